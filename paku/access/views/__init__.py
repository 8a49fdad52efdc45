"""Signing in and out, one's own account."""

from paku.access.views.account import account, change_language
from paku.access.views.again import sign_in_again
from paku.access.views.browser_reports import csp_reports
from paku.access.views.factors import (
    add_app,
    add_passkey,
    factors,
    make_codes,
    passkey,
    remove_app,
    remove_passkey,
)
from paku.access.views.locked import here, locked
from paku.access.views.openid import openid_back, openid_start
from paku.access.views.password import change_password
from paku.access.views.second_factor import passkey_sign_in, second_factor
from paku.access.views.sessions import end_sessions
from paku.access.views.sign_in import sign_in, sign_out

__all__ = [
    "account",
    "add_app",
    "add_passkey",
    "change_language",
    "change_password",
    "csp_reports",
    "end_sessions",
    "factors",
    "here",
    "locked",
    "make_codes",
    "openid_back",
    "openid_start",
    "passkey",
    "passkey_sign_in",
    "remove_app",
    "remove_passkey",
    "second_factor",
    "set_up",
    "sign_in",
    "sign_in_again",
    "sign_out",
]

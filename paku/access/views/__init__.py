"""Signing in and out, one's own account, the register of rights."""

from paku.access.views.account import account, change_language
from paku.access.views.set_up import set_up
from paku.access.views.sign_in import sign_in, sign_out

__all__ = ["account", "change_language", "set_up", "sign_in", "sign_out"]

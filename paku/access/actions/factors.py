"""Setting up, renaming and removing second factors. django-allauth keeps the rows; each deed is on the trail."""

from __future__ import annotations

import uuid
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, clear_totp_secret
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from paku.access.deeds import Deed
from paku.access.factors import APP, PASSKEY, RECOVERY, needs_passkey
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused


@transaction.atomic
def add_app(*, request: Any, secret: str, code: str) -> list[str]:
    """The app that showed `code`. Gives the recovery codes if these are the first."""
    _lock(request.user)
    if factors_of(request.user).filter(type=APP).exists():
        raise Refused(_("You already have an authenticator app. Remove it first."), code="has_app")
    app = TOTP.activate(request.user, secret)
    app.validate_code(code)  # the code that set it up does not sign in as well
    clear_totp_secret(request)
    return _added(request, app.instance)


@transaction.atomic
def add_passkey(*, request: Any, name: str, credential: dict[str, Any]) -> list[str]:
    """Gives the recovery codes if these are the first."""
    _lock(request.user)
    passkey = WebAuthn.add(request.user, name, credential).instance
    passkey.data["ref"] = str(uuid.uuid4())
    passkey.save(update_fields=["data"])
    return _added(request, passkey)


@transaction.atomic
def rename_passkey(*, passkey: Authenticator, name: str, by: User) -> None:
    passkey.data["name"] = name
    passkey.save(update_fields=["data"])
    record(Deed.FACTOR_RENAMED, by=by, purpose="sign_in", details={"id": passkey.pk})


@transaction.atomic
def remove(*, factor: Authenticator, by: User) -> None:
    """Refused for the last one that the rules demand. Recovery codes go with the last factor."""
    _lock(by)
    left = factors_of(by).exclude(pk=factor.pk).exclude(type=RECOVERY)
    if not settings.DEMO and not left.exists():
        raise Refused(
            _("This is your only second factor. Add another first, then remove this one."),
            code="last_factor",
        )
    if factor.type == PASSKEY and needs_passkey(by) and not left.filter(type=PASSKEY).exists():
        raise Refused(
            _("Your role demands a passkey. Add another first, then remove this one."),
            code="last_passkey",
        )
    kind, pk = factor.type, factor.pk
    factor.delete()
    if not left.exists():
        factors_of(by).delete()
    record(Deed.FACTOR_REMOVED, by=by, purpose="sign_in", details={"kind": kind, "id": pk})


@transaction.atomic
def make_codes(*, by: User) -> list[str]:
    """Ten new ones; the old ones open nothing any more."""
    _lock(by)
    if not factors_of(by).exclude(type=RECOVERY).exists():
        raise Refused(
            _("Recovery codes stand in for a second factor. Set one up first."), code="no_factor"
        )
    factors_of(by).filter(type=RECOVERY).delete()
    return _codes(by)


@transaction.atomic
def reset(*, user: User, by: User) -> None:
    """By the main user, when somebody has lost the phone and the codes: the next sign-in sets all up anew."""
    factors_of(user).delete()
    record(Deed.FACTORS_RESET, user, by=by, purpose="administration")


def factors_of(user: User) -> Any:
    """The rows that django-allauth keeps of one's factors, oldest first."""
    return Authenticator.objects.filter(user=user).order_by("pk")


def unused_codes(user: User) -> int:
    """How many recovery codes are left; never which."""
    row = factors_of(user).filter(type=RECOVERY).first()
    return len(row.wrap().get_unused_codes()) if row else 0


def _added(request: Any, factor: Authenticator) -> list[str]:
    """A factor that has just been made has been shown: the session counts as whole from here."""
    record(
        Deed.FACTOR_ADDED, by=request.user, purpose="sign_in",
        details={"kind": factor.type, "id": factor.pk},
    )  # fmt: skip
    record_authentication(request, request.user, "mfa", id=factor.pk, type=factor.type)
    has_codes = factors_of(request.user).filter(type=RECOVERY).exists()
    return [] if has_codes else _codes(request.user)


def _codes(user: User) -> list[str]:
    codes = RecoveryCodes.activate(user).get_unused_codes()
    record(Deed.CODES_MADE, by=user, purpose="sign_in", details={"number": len(codes)})
    return codes


def _lock(user: User) -> None:
    """Two tabs at once are one after the other."""
    User.objects.select_for_update().only("pk").get(pk=user.pk)

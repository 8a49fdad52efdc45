"""A sign-in renewed and an account ended: nothing that was open stays open."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from paku.access.actions import factors, sittings
from paku.access.deeds import Deed
from paku.access.endings import end_with, hindrances
from paku.access.models import AccountReturn, Membership, RoleRequest, User
from paku.access.models.two_people import Outcome
from paku.access.one_time import give_one_time_password, is_still
from paku.audit.record import record
from paku.kit.refusals import NotYours, Refused
from paku.kit.today import Today


@transaction.atomic(savepoint=False)
def renew_sign_in(*, user: User, sheet: UUID, by: User) -> None:
    """A new one-time password; whoever is signed in with the old one is signed out. The same sheet does it once."""
    user = _locked(user, by)
    if is_still(user, sheet):
        return
    give_one_time_password(user, sheet)
    user.save(update_fields=["password", "temporary_until"])
    ended = {"sessions": sittings.end_all(user=user)}
    record(Deed.SIGN_IN_RENEWED, user, by=by, purpose="administration", details=ended)


@transaction.atomic(savepoint=False)
def reset_factors(*, user: User, by: User) -> None:
    """The lost phone or key opens nothing any more; nor does a session that it has opened."""
    user = _locked(user, by)
    factors.reset(user=user, by=by)
    sittings.end_all(user=user)


@transaction.atomic(savepoint=False)
def choose_password(*, user: User, password: str) -> None:
    """The person's own instead of the one-time one."""
    user.set_password(password)
    user.temporary_until = None
    user.save(update_fields=["password", "temporary_until"])
    record(Deed.PASSWORD_CHOSEN, user, by=user, purpose="sign_in")


@transaction.atomic(savepoint=False)
def end_account(*, user: User, by: User) -> None:
    """At once: no session, no draft, no opening, no role is left. Refused while something must be put in order."""
    if not User.objects.filter(pk=user.pk, is_active=True).exists():
        return
    user = _locked(user, by)
    if in_the_way := hindrances(user):
        raise Refused(str(in_the_way[0].sentence), code="in_the_way")
    user.is_active = False
    user.temporary_until = None
    user.set_unusable_password()
    user.save(update_fields=["is_active", "temporary_until", "password"])
    ended = {
        "sessions": sittings.end_all(user=user),
        "rights": _end_rights(user, by),
        **end_with(user, by),
    }
    record(Deed.ACCOUNT_ENDED, user, by=by, purpose="administration", details=ended)


def _locked(user: User, by: User) -> User:
    """Somebody else's account that is in use, to oneself alone until it is done."""
    if user.pk == by.pk:
        raise NotYours(_("Another main user does this to your own account."), code="oneself")
    locked: User = User.objects.select_for_update().get(pk=user.pk)
    if not locked.is_active:
        raise Refused(_("The account has ended."), code="ended")
    return locked


def _end_rights(user: User, by: User) -> int:
    """Roles end today, those to come never begin, and nothing of theirs waits for a second person."""
    concerned = RoleRequest.objects.waiting().filter(Q(subject=user) | Q(asked_by=user))
    returns = AccountReturn.objects.waiting().filter(asked_by=user)
    for asked in (concerned, returns):
        asked.update(outcome=Outcome.WITHDRAWN, decided_by=by, decided_at=Now())
    rights = Membership.objects.filter(user=user)
    never = rights.filter(since__gt=Today()).delete()[0]
    open_ones = rights.filter(Q(until=None) | Q(until__gt=Today()))
    return int(never + open_ones.update(until=Today()))

"""What the person allows or forbids: written down, changed, taken back. Each is a new version; none is ever changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.consents import WITHDRAWAL_TO_TELL, minded_by, to_tell
from network.deeds import Deed
from network.models import Consent, Disclosure, Member
from network.models.grounds import Ground
from network.papers.of_client import printed_name
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from paku.printing.actions.papers import freeze
from paku.printing.manuscripts import Manuscript
from paku.reminders.actions.notices import tell

KEPT = (
    "thread", "client_id", "kind", "member_id", "organisation_id", "group", "topics", "words", "scope", "purpose",
    "how", "given_on", "valid_until", "explained_by",
)  # fmt: skip


def hold(client: Client) -> None:
    """Until the end of the transaction nobody else changes this client's consents, or gives a paper that asks them."""
    Client.objects.select_for_update(no_key=True).order_by().values_list("pk").get(pk=client.pk)


@transaction.atomic(savepoint=False)
def give(*, client: Client, by: User, group_members: Sequence[Member] = (), **told: Any) -> Consent:
    """What the person has allowed or forbidden from now on."""
    hold(client)
    made: Consent = Consent.objects.create(client=client, by=by, **told)
    made.group_members.add(*group_members)
    _record(Deed.CONSENT_GIVEN, made, by)
    return made


@transaction.atomic(savepoint=False)
def change(
    *, consent: Consent, by: User, group_members: Sequence[Member] = (), **told: Any
) -> Consent:
    """A new version with other words; refused when the version that was looked at is not the newest any more. Whom the
    worker may not see stays in the group."""
    _hold_newest(consent)
    made: Consent = Consent.objects.create(
        client=consent.client, thread=consent.thread, replaces=consent, by=by, **told
    )
    unseen = consent.unseen_in_group if made.group and consent.group else ()
    made.group_members.add(*group_members, *unseen)
    _record(Deed.CONSENT_CHANGED, made, by)
    return made


@transaction.atomic(savepoint=False)
def withdraw(
    *, consent: Consent, by: User, withdrawn_on: date, withdrawn_how: str, withdrawn_why: str = ""
) -> Consent:
    """From this moment on no paper rests on it; of a prohibition: it stands in nobody's way any more. Whoever minds the
    client today is told that there are people to tell."""
    _hold_newest(consent)
    made: Consent = Consent.objects.create(
        replaces=consent, by=by, withdrawn_on=withdrawn_on, withdrawn_how=withdrawn_how,
        withdrawn_why=withdrawn_why, **{name: getattr(consent, name) for name in KEPT},
    )  # fmt: skip
    made.group_members.add(*consent.group_members.all(), *consent.unseen_in_group)
    _record(Deed.CONSENT_WITHDRAWN, made, by)
    minders = minded_by(to_tell().filter(pk=made.pk), withdrawn_on)
    tell(WITHDRAWAL_TO_TELL, made.ref, to=minders, today=withdrawn_on)
    return made


@transaction.atomic(savepoint=False)
def print_for_client(*, consent: Consent, manuscript: Manuscript, by: User) -> Disclosure:
    """The client's own copy of what they have allowed or forbidden (703/2023 58 §), numbered and kept as it is."""
    paper = freeze(manuscript=manuscript, by=by)
    client = consent.client
    disclosure = Disclosure.objects.create(
        client=client, paper=paper, recipient=printed_name(client), purpose=manuscript.purpose,
        ground=Ground.OWN_COPY, sections=[], by=by, names_hidden=_names_hidden(consent),
    )  # fmt: skip
    disclosure.consents.add(consent)
    record(
        Deed.CONSENT_PRINTED, consent, by=by, client=client.ref, recipient=disclosure.recipient,
        ground=Ground.OWN_COPY, sections=["consents"],
        details={"serial": paper.serial, "sha256": paper.sha256, "pages": paper.pages},
    )  # fmt: skip
    return disclosure


def _names_hidden(consent: Consent) -> bool:
    """It is about somebody whom only the own worker may see, alone or in a group."""
    named = Member.objects.filter(Q(pk=consent.member_id) | Q(pk__in=consent.group_members.all()))
    return named.hidden().exists()


def _hold_newest(consent: Consent) -> None:
    hold(consent.client)
    if not Consent.objects.newest().filter(pk=consent.pk, withdrawn_on=None).exists():
        raise Refused(
            _("This has been changed or taken back meanwhile. Look at how it is now."),
            code="consent_changed",
            status=409,
        )


def _record(deed: str, consent: Consent, by: User) -> None:
    """Codes only: the words stay on the page."""
    record(
        deed, consent, by=by, client=consent.client.ref, sections=["consents"], recipient=consent.to_whom,
        details={"kind": consent.kind, "topics": consent.topics, "how": consent.withdrawn_how or consent.how},
    )  # fmt: skip

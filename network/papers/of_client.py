"""What every paper about a client says alike: whose it is, from which team, whom to call; and their own copies."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from clients.log_report import paper_language
from clients.models import Client
from network.models.grounds import Ground
from paku.kit.phones import shown_phone
from paku.printing.manuscripts import Contact, Manuscript
from paku.printing.sections import assemble

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Sentence

OWN_COPY = _("Your own copy, Act 703/2023 58 §")


def printed_name(client: Client) -> str:
    """As one reads it aloud: first names first."""
    full = f"{client.first_names} {client.last_name}".strip()
    return full or client.nickname


def own_worker(client: Client) -> Contact | None:
    worker = client.care.own_worker if client.care else None
    if worker is None:
        return None
    return Contact(worker.name, worker.title, shown_phone(worker.phone))


def about(client: Client, *, is_named: bool = True) -> dict[str, Any]:
    """The fields of a `Manuscript` that do not depend on its kind. A client fetched `with_care`."""
    care = client.care
    return {
        "client_ref": client.ref,
        "client_name": printed_name(client) if is_named else "",
        "organisation": care.team.provider if care else "",
        "team": care.team.name if care else "",
        "contact": own_worker(client),
    }


def own_copy(
    client: Client, kind: str, what: Any, *, name: Sentence, today: date, purpose: Sentence = OWN_COPY,
    language: str = "", **looks: Any,
) -> Manuscript:  # fmt: skip
    """A paper of this kind for the client themselves (703/2023 58 §), all its words in the client's own language where
    papers are made in it, or in the one chosen. `what` its sections are asked about; `looks`: other templates."""
    language = language or paper_language(client)
    with translation.override(language):
        return Manuscript(
            kind=kind,
            name=str(name),
            recipient=printed_name(client),
            purpose=str(purpose),
            language=language,
            on=today,
            sections=tuple(assemble(kind, client=client, recipient=what, today=today)),
            ground=Ground.OWN_COPY,
            **about(client),
            **looks,
        )

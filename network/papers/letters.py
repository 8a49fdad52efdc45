"""Letters about one matter: asking for an answer, asking to take part, a joint meeting with Kela, a statement to Kela.

Each tells what stands in it and nothing of the file besides. The ground is that of the letter's own section of law; a
letter about a referral goes by the ground on which the referral went.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.ledger import standing_about
from network.models import Consent, ContactPerson, Member, Organisation, PaperRequest, Referral
from network.models.grounds import Ground
from network.papers.grounds import with_day
from network.papers.of_client import about
from network.papers.summaries import LONGEST_RECIPIENT
from network.referrals.grounds import sorted_out
from paku.printing.manuscripts import Manuscript
from paku.printing.sections import assemble, section

ANSWER, TAKE_PART = "letter_answer", "letter_take_part"
KELA_MEETING, KELA_STATEMENT = "letter_kela_meeting", "letter_kela_statement"
TOPIC = "letters"
NAMES = {
    ANSWER: _("Request for an answer"),
    TAKE_PART: _("Request to take part in the assessment or the plan"),
    KELA_MEETING: _("Request for a joint meeting with Kela"),
    KELA_STATEMENT: _("Statement to Kela"),
}
GROUNDS = {
    TAKE_PART: Ground.SHL_41.value,
    KELA_MEETING: Ground.KELA_14_D.value,
    KELA_STATEMENT: Ground.KELA_15.value,
}


@dataclass(frozen=True, slots=True)
class Letter:
    """`words`: what the worker wrote, by field, days as ISO texts. `referral`: what an answer is asked about. `person`:
    to whom there by name, somebody of the directory or of the client's own network."""

    kind: str
    organisation: Organisation
    language: str
    words: Mapping[str, str] = field(default_factory=dict)
    referral: Referral | None = None
    person: ContactPerson | Member | None = None

    @property
    def member(self) -> Member | None:
        return self.person if isinstance(self.person, Member) else None

    @property
    def addressed_to(self) -> str:
        """“Anu Hietakangas, velkaneuvoja, Oikeuspalveluvirasto”, or the organisation."""
        if self.person is None:
            return str(self.organisation)
        title = self.person.role if isinstance(self.person, Member) else self.person.title
        parts = (self.person.name, title, str(self.organisation))
        return Truncator(", ".join(part for part in parts if part)).chars(LONGEST_RECIPIENT)

    @property
    def ground(self) -> str:
        return self.referral.ground if self.referral else GROUNDS[self.kind]

    @property
    def consent(self) -> Consent | None:
        return self.referral.consent if self.referral else None

    @property
    def ground_words(self) -> str:
        """“Social Welfare Act 40 §: …, 12.10.2026” in the language in force."""
        return with_day(self.ground, self.consent.given_on if self.consent else None)

    def day(self, name: str) -> date | None:
        return date.fromisoformat(said) if (said := self.words.get(name)) else None

    def why_not(self, client: Client, today: date) -> str:
        """What the ledger says against it that day; one statement."""
        standing = sorted_out(standing_about(client, self.organisation, today))
        return standing.why_not(self.ground, self.consent)


def _told(client: Client, letter: Letter, today: date) -> Mapping[str, Any]:
    days = {name: letter.day(name) for name in ("answer_by", "heard_on")}
    return {"letter": letter, "referral": letter.referral, "words": letter.words, **days}


for _kind, _title, _template in (
    (ANSWER, _("We ask you for an answer"), "network/letters/letter_answer.html"),
    (TAKE_PART, _("We ask you to take part"), "network/letters/letter_take_part.html"),
    (KELA_MEETING, _("We ask for a joint meeting"), "network/letters/letter_kela_meeting.html"),
    (KELA_STATEMENT, _("Our statement"), "network/letters/letter_kela_statement.html"),
):
    section(_kind, _title, template=_template, kinds=(_kind,))(_told)


def manuscript_of(client: Client, letter: Letter, *, today: date) -> Manuscript:
    """The paper, all its words in its own language."""
    with translation.override(letter.language):
        name = str(NAMES[letter.kind])
        return Manuscript(
            kind=letter.kind,
            name=name,
            recipient=letter.addressed_to,
            purpose=name,
            language=letter.language,
            on=today,
            sections=tuple(assemble(letter.kind, client=client, recipient=letter, today=today)),
            ground=letter.ground,
            ground_text=letter.ground_words,
            ground_detail=letter.consent.given_on.isoformat() if letter.consent else "",
            **about(client),
        )


def is_letter(asked: PaperRequest) -> bool:
    return asked.kind in NAMES


def letter_of(asked: PaperRequest) -> Letter:
    """What waits for a second person, as it was written."""
    words = dict(asked.words)
    home = Organisation.objects.get(ref=UUID(words.pop("organisation")))
    contact = words.pop("contact_person", "")
    person = ContactPerson.objects.filter(ref=UUID(contact)).first() if contact else asked.member
    about = Referral.objects.select_related("organisation", "service", "consent")
    referral = about.get(pk=asked.referral_id) if asked.referral_id else None
    return Letter(asked.kind, home, asked.language, words, referral, person)

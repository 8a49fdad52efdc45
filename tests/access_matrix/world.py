"""One client with something of everything, so that each page has something to hide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from uuid import UUID, uuid4

from clients.models import BreakGlass, ContactPoint, Exclusion
from network.models import Consent, Disclosure, Member, PaperRequest, Step
from network.models.grounds import all_by
from network.papers.summaries import Wishes, case_summary, fingerprint
from paku.access.models import Team
from paku.access.roles import Role
from paku.printing.models import Paper
from paku.saving.models import Draft
from pathways.models import Pathway, Visit, VisitText
from tests.factories import (
    CareFactory,
    ClientFactory,
    ConsentFactory,
    IdentityCodeFactory,
    MemberFactory,
    OwnWordsFactory,
    PathFactory,
    StepFactory,
    TeamFactory,
    VisitFactory,
    today,
    worker,
)

NAME, WORDS, NOTE, OLD_NOTE = "Merkkinen", "Sana-merkki", "Käynti-merkki", "Vanha-merkki"
STREET, PARTNER, STEP, BORN = "Katu-merkki 5", "Kumppani-merkki", "Askel-merkki", "7.8.1969"
CODE = "010180-9004"
ALLOWED = "Suostumus-merkki"
AWAY, DRAFT = "Poissa Oleva", "Luonnos-merkki"
SHUT_OUT, EMERGENCY = "Suljettu-merkki", "Hätä-merkki"
FULL_NAME, GIVEN = f"{NAME} Aino", "2026-900001"
PDF = b"%PDF-1.7 merkki %%EOF"


@dataclass(frozen=True)
class World:
    """The client's file by its parts."""

    team: Team
    path: Pathway
    visit: Visit
    step: Step
    member: Member
    consent: Consent
    paper: Paper
    asked: PaperRequest
    exclusion: Exclusion
    draft: UUID

    @property
    def ref(self) -> str:
        return str(self.path.client.ref)


def build() -> World:
    team = TeamFactory()
    client = ClientFactory(first_names="Aino", last_name=NAME, born_on="1969-08-07")
    own_worker = worker(Role.SOCIAL_WORKER, team=team, name="Oma Työntekijä")
    path = PathFactory(care=CareFactory(client=client, team=team, own_worker=own_worker))
    visit = VisitFactory(path=path, note=OLD_NOTE)
    visit.version = 2
    visit.save()
    VisitText.objects.create(
        visit=visit, version=2, author=own_worker, note=NOTE, reason="tarkennus"
    )
    OwnWordsFactory(client=client, text=WORDS)
    IdentityCodeFactory(client=client, code=CODE)
    ContactPoint.objects.create(client=client, kind="address", value=STREET)
    member = MemberFactory(client=client, name=PARTNER)
    BreakGlass.objects.create(
        client=client,
        worker=worker(),
        reason="life",
        words=f"{EMERGENCY}: huoli hengestä, puhelin ei vastaa",
        review_due_on=today() + timedelta(days=3),
    )
    return World(
        team=team,
        path=path,
        visit=visit,
        step=StepFactory(client=client, what=STEP),
        member=member,
        consent=ConsentFactory(member=member, purpose=ALLOWED, by=own_worker),
        paper=_given(path, member),
        asked=_asked(path, member),
        draft=_left_behind(path),
        exclusion=Exclusion.objects.create(
            client=client,
            user=worker(name=SHUT_OUT),
            reason="former_partner",
            added_by=own_worker,
        ),
    )


def _left_behind(path: Pathway) -> UUID:
    """A colleague who has been away for long was writing down a visit."""
    author, form = worker(team=path.care.team, name=AWAY), uuid4()
    Draft.objects.keep(author=author, key=f"visit/{path.ref}", form=form, body={"note": DRAFT})
    return form


def _given(path: Pathway, member: Member) -> Paper:
    paper = Paper.objects.create(
        serial=GIVEN,
        kind="summary",
        client_ref=path.client.ref,
        language="fi",
        recipient=member.name,
        purpose="Verkostotapaaminen",
        ground="shl_41",
        pdf=PDF,
        sha256=sha256(PDF).hexdigest(),
        pages=1,
        made_by=path.care.own_worker,
    )
    Disclosure.objects.create(
        client=path.client,
        member=member,
        paper=paper,
        recipient=member.name,
        purpose=paper.purpose,
        ground="shl_41",
        sections=["own_words"],
        by=path.care.own_worker,
    )
    return paper


def _asked(path: Pathway, member: Member) -> PaperRequest:
    """A paper about what was talked of lately; the own worker has asked for a second person."""
    wishes = Wishes(member, "Verkostotapaaminen", all_by("shl_41", ["notes"]))
    sheet = case_summary(path.client, wishes, today=today())
    return PaperRequest.objects.create(
        client=path.client,
        member=member,
        recipient=sheet.recipient,
        purpose=wishes.purpose,
        ground="shl_41",
        language=wishes.language,
        sections=["notes"],
        fingerprint=fingerprint(sheet),
        asked_by=path.care.own_worker,
        on=today(),
        until=today() + timedelta(days=7),
    )

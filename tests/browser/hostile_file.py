"""A client's file with hostile text in every place that holds one, and the addresses that show it."""

import uuid

from clients.models.contact import ContactPoint
from network.models.member import MemberKind
from paku.audit.record import record
from paku.saving.models import Draft
from pathways.models import Pathway, StageMove, VisitText
from tests.factories import (
    MemberFactory,
    OrganisationFactory,
    OwnWordsFactory,
    PathFactory,
    StepFactory,
    VisitFactory,
    today,
)
from tests.paku.kit.bad_inputs import of

EVIL = [case.values[0] for case in of("note_web_xss")]
PLAIN = next(case.values[0] for case in of("note") if case.id == "BI-088")
ALL = "\n".join([*EVIL, PLAIN])
LONG = (
    "<script>alert(1)</script><img src=//evil.example/x onerror=alert(1)>\"'><svg/onload=alert(1)>"
)
SHORT = LONG[:60]


def by_the_orm():
    """Hostile in every text a client's file can hold, past all forms: what the output layer alone must bear."""
    path = PathFactory(
        matter=SHORT,
        how_began=LONG,
        care__client__first_names=SHORT,
        care__client__last_name=SHORT,
        care__client__nickname=SHORT,
        care__client__advice=LONG,
        care__own_worker__name=SHORT,
        care__team__name=SHORT,
    )
    who, me = path.client, path.care.own_worker
    ContactPoint.objects.create(client=who, kind="address", value=SHORT, note=SHORT)
    OwnWordsFactory(client=who, text=ALL, heard_by=me)
    home = OrganisationFactory(name=LONG)
    partner = MemberFactory(client=who, name=LONG, role=LONG, tasks=LONG, organisation=home)
    MemberFactory(client=who, kind=MemberKind.CLOSE, name=LONG, role=LONG, tasks=LONG)
    StepFactory(client=who, what=LONG, doer=partner, due_on=today())
    StepFactory(client=who, what=LONG)
    visit = VisitFactory(path=path, note=ALL)
    VisitText.objects.create(
        visit=visit, version=2, note=ALL, client_words=ALL, author=me, reason=LONG
    )
    visit.version = 2
    visit.save()
    visit.present.add(partner)
    StageMove.objects.create(
        path=path, stage="tapering", on=today(), by=me, why=ALL, what_next=LONG, carried_by=SHORT
    )
    Pathway.objects.filter(pk=path.pk).update(stage="tapering", stage_since=today())
    Draft.objects.keep(
        author=me, key=f"visit/{path.ref}", form=uuid.uuid4(),
        body=dict.fromkeys(("note", "client_words", "on", "minutes", "kind", "step_what_1", "step_doer_1"), LONG),
    )  # fmt: skip
    record("clients.opened", by=me, client=who.ref, reason=LONG, recipient=LONG, ground=LONG)
    return path, visit


def addresses(path, visit):
    file, way = f"/clients/{path.client.ref}/", f"/paths/{path.ref}/"
    step = path.client.steps.first()
    return [
        file, f"{file}own-words/", f"{file}summary/", f"{file}steps/new/", way, f"{way}move/", f"{way}visits/new/",
        f"/visits/{visit.ref}/", f"/visits/{visit.ref}/correct/", f"/steps/{step.ref}/done/", "/", "/clients/",
        f"{file}basics/", f"{file}network/", "/clients/new/", "/network/", "/account/", "/trail/mine/",
    ]  # fmt: skip

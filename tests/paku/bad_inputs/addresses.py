"""Every address, with the refs of one client's file in their places."""

from clients.actions.subject_requests import file_request
from clients.models import ClientName, Exclusion, Meaning, Merge
from clients.models.name import NameKind
from network.models import PaperRequest
from network.models.paper_request import WAITS_FOR
from paku.reminders.models import Channel, Delivery
from tests.every_address import NOBODY, every_address
from tests.factories import (
    AlertFactory,
    AskedNamingFactory,
    AssessmentFactory,
    AssignmentFactory,
    CheckInFactory,
    ClockRunFactory,
    ConsentFactory,
    DisclosureFactory,
    ErrandFactory,
    GoalFactory,
    GoodPracticeFactory,
    HandoverFactory,
    ImprovementFactory,
    MeetingFactory,
    MeetingPartyFactory,
    MemberFactory,
    PairFactory,
    PaperBatchFactory,
    PathFactory,
    PlanFactory,
    ReferralFactory,
    ReportFactory,
    RepresentativeFactory,
    ReviewFactory,
    StepFactory,
    SubstituteFactory,
    TakeoverFactory,
    ThisWorkedFactory,
    VisitFactory,
    today,
    worker,
)


def asked_paper(path, member):
    """A paper that waits for its second person."""
    return PaperRequest.objects.create(
        client=path.client, member=member, recipient=member.name, purpose="verkostotapaaminen", ground="shl_40",
        language="fi", sections=["own_words"], fingerprint="0" * 64, asked_by=path.care.own_worker,
        on=today(), until=today() + WAITS_FOR,
    )  # fmt: skip


def told_to_the_own_worker(path):
    """Of meaning and faith: for the own worker alone."""
    own_worker = path.care.own_worker
    return Meaning.objects.create(
        client=path.client,
        text="Metsä",
        said_on=today(),
        heard_by=own_worker,
        readers=[own_worker.pk],
    )


def another_name(path):
    return ClientName.objects.create(
        client=path.client, text="Entinen", kind=NameKind.FORMER, written_by=path.care.own_worker
    )


def whole_file_of(path):
    """A copy that has been made for the person."""
    asked = file_request(client=path.client, by=path.care.own_worker, today=today())
    return asked.files.create(kind="data", content=b"{}", size=2, sha256="0" * 64)


def merged(path, other):
    return Merge.objects.create(
        survivor=path.client, absorbed=other, absorbed_ref=other.ref, name=other.name, why="sama ihminen",
        by=path.care.own_worker,
    )  # fmt: skip


def addresses(path):
    """Every address with the refs of one client's file, and of its own worker's notice, in it."""
    step = StepFactory(client=path.client)
    notice = Delivery.objects.create(
        key=f"step/{step.pk}", to=path.care.own_worker, channel=Channel.APP, kind="step_due",
        reference=step.ref, due_on=step.due_on,
    )  # fmt: skip
    refs = {"clients": path.client.ref, "paths": path.ref, "visits": VisitFactory(path=path).ref, "steps": step.ref,
            "notices": notice.ref, "clocks": ClockRunFactory(path=path).ref, "check-ins": CheckInFactory(path=path).ref,
            "handovers": HandoverFactory(care=path.care).ref, "assessments": AssessmentFactory(path=path).ref,
            "plans": PlanFactory(path=path).ref, "reviews": ReviewFactory(path=path, unfinished=True).ref,
            "takeovers": TakeoverFactory(path=path).ref, "referrals": ReferralFactory(client=path.client, ago=33).ref,
            "errands": ErrandFactory(path=path, waiting=True).ref, "worked": ThisWorkedFactory(path=path).ref,
            "goals": GoalFactory(path=path).ref, "pairs": PairFactory(path=path).ref,
            "reports": ReportFactory(path=path, asked_back=True).ref}  # fmt: skip
    member = MemberFactory(client=path.client)
    exclusion = Exclusion.objects.create(
        client=path.client, user=worker(), reason="acquaintance", added_by=path.care.own_worker
    )
    parts = {"member": member, "exclusion": exclusion, "asked": asked_paper(path, member)}
    parts["substitute"] = SubstituteFactory(care=path.care)
    parts["assignment"] = AssignmentFactory(care=path.care)
    parts["naming"] = AskedNamingFactory(care=path.care)
    parts["consent"] = ConsentFactory(member=member)
    parts["given"] = DisclosureFactory(client=path.client, member=member)
    parts |= {"alert": AlertFactory(client=path.client), "meaning": told_to_the_own_worker(path)}
    parts |= {
        "name": another_name(path),
        "representative": RepresentativeFactory(client=path.client),
    }
    refs |= {
        "area/improvements": ImprovementFactory().ref,
        "area/practices": GoodPracticeFactory().ref,
    }
    meeting = MeetingFactory(client=path.client)
    refs["network/meetings"] = meeting.ref
    parts["party"] = MeetingPartyFactory(meeting=meeting, member=member)
    parts["batch"] = PaperBatchFactory(meeting=meeting)
    parts["file"] = whole_file_of(path)
    other = PathFactory(care__team=path.care.team).client
    parts |= {"other": other, "merge": merged(path, PathFactory(care__team=path.care.team).client)}
    for address in every_address():
        room, under = (*address.route.split("/"), "")[:2]
        ref = refs.get(f"{room}/{under}", refs.get(room, NOBODY))
        route = address.route.replace("<uuid:ref>", str(ref))
        for name, row in parts.items():
            route = route.replace(f"<uuid:{name}>", str(row.ref))
        assert "<uuid" not in route, f"{route}: give a row of the file for it"
        yield "/" + route

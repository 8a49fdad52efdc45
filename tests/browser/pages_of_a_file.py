"""Addresses of one client's file, as its own worker opens them."""

from clients.models import Client
from network.models import Consent, Member, Step
from pathways.models import (
    ClockRun,
    Visit,
)
from tests.browser.pages_of_pairs import pages_of_a_pair
from tests.browser.pages_of_plans import pages_of_documents, pages_of_goals, pages_of_merging
from tests.browser.people import a_path_of_the_pair
from tests.factories import (
    CheckInFactory,
    ConsentFactory,
    DisclosureFactory,
    ErrandFactory,
    HandoverFactory,
    MeetingFactory,
    MeetingPartyFactory,
    MemberFactory,
    PaperBatchFactory,
    PaperLineFactory,
    PathBreakFactory,
    ReferralFactory,
    SubstituteFactory,
    TakeoverFactory,
    TaperingPlanFactory,
    ThisWorkedFactory,
    today,
)


def pages_of_a_consent(client: Client) -> list[str]:
    consent = Consent.objects.of(client).newest().filter(withdrawn_on=None).first()
    way = f"/clients/{client.ref}/consents/{consent.ref if consent else ''}/"
    return [f"{way}change/", f"{way}withdraw/"] if consent else []


def pages_of_given_papers(client: Client) -> list[str]:
    """The list, and telling that a consent was taken back. A page that shows a sheet is not here: for a sheet's own
    style sheet axe writes a style of its own, which the content policy stops."""
    consent = ConsentFactory(member=MemberFactory(client=client))
    given = DisclosureFactory(member=consent.member, rests_on=[consent])
    back = ConsentFactory(
        member=consent.member, thread=consent.thread, replaces=consent, withdrawn_on=today(),
        withdrawn_how="spoken",
    )  # fmt: skip
    file = f"/clients/{client.ref}/"
    return [f"{file}given/", f"{file}consents/{back.ref}/told/{given.ref}/"]


def pages_of_referrals(client: Client) -> list[str]:
    """The lists, one that nobody answers, its sheets and letters."""
    silent = ReferralFactory(client=client, ago=33)
    way, file = f"/referrals/{silent.ref}/", f"/clients/{client.ref}/"
    sheets = [f"{way}{name}/" for name in ("answer", "meanwhile", "letter")]
    draft = ReferralFactory(client=client)
    letters = [f"{file}letters/{name}/" for name in ("take-part", "kela-meeting", "kela-statement")]
    lists = [
        "/referrals/",
        f"{file}referrals/",
        f"{file}referrals/new/",
        f"/referrals/{draft.ref}/send/",
    ]
    return [*lists, way, *sheets, *letters]


def pages_of_meetings(client: Client) -> list[str]:
    """A list, one that is coming and its sheets."""
    coming = MeetingFactory(client=client)
    MeetingPartyFactory(meeting=coming)
    way = f"/network/meetings/{coming.ref}/"
    sheets = [f"{way}{name}/" for name in ("edit", "cancel", "write", "papers")]
    made = PaperBatchFactory(meeting=coming)
    PaperLineFactory(batch=made)
    job = made.get_absolute_url()
    return ["/network/meetings/", f"/clients/{client.ref}/meetings/", way, *sheets, job]


def calls_and_looks() -> list[str]:
    """Of another client of the same worker: a look at lighter support, and a call after it."""
    care = a_path_of_the_pair().care
    plan = TaperingPlanFactory(path__care__own_worker=care.own_worker, path__care__team=care.team)
    call = CheckInFactory(path__care__own_worker=care.own_worker, path__care__team=care.team)
    return [f"/paths/{plan.path.ref}/tapering/look/", f"/check-ins/{call.ref}/"]


def pages_of_a_file() -> list[str]:
    """Everything that the own worker opens of one client."""
    path = a_path_of_the_pair()
    visit, step = (
        Visit.objects.filter(path=path).first(),
        Step.objects.open().filter(client=path.client).first(),
    )
    member = Member.objects.of(path.client).on(today()).filter(user=None).first()
    file, way = f"/clients/{path.client.ref}/", f"/paths/{path.ref}/"
    return [
        file,
        f"{file}own-words/",
        f"{file}own-words/meaning/",
        f"{file}alerts/",
        f"{file}alerts/new/",
        f"{file}picture/",
        f"{file}basics/",
        f"{file}identity-code/",
        f"{file}identity-code/edit/",
        f"{file}representatives/",
        f"{file}representatives/new/",
        *pages_of_meetings(path.client),
        *pages_of_referrals(path.client),
        f"{file}coping/",
        f"{file}coping/mobility/",
        f"{file}coping/services/",
        f"{file}here/",
        f"{file}network/",
        f"{file}network/add/",
        f"{file}network/map/",
        f"{file}network/map/paper/",
        f"{file}network/history/",
        *([f"{file}network/{member.ref}/tie/"] if member else []),
        *([f"{file}network/{member.ref}/", f"{file}network/{member.ref}/end/"] if member else []),
        f"{file}consents/",
        f"{file}consents/give/",
        *pages_of_a_consent(path.client),
        f"{file}summary/",
        *pages_of_given_papers(path.client),
        f"{file}whole-file/",
        f"{file}own-worker/",
        f"{file}own-worker/substitutes/new/",
        f"{file}own-worker/substitutes/{SubstituteFactory(care=path.care).ref}/",
        f"{file}card/",
        f"{file}handover/",
        f"/handovers/{HandoverFactory(care=path.care).ref}/",
        f"{file}steps/new/",
        way,
        f"{way}move/",
        f"{way}back/",
        f"{way}tapering/",
        f"{way}tapering/new/",
        f"{way}exit/",
        f"{way}exit/move/",
        *calls_and_looks(),
        f"{way}end/",
        f"{way}return/",
        f"{way}next/",
        f"{way}visits/new/",
        f"{way}breaks/new/",
        f"{way}errands/new/",
        f"/clients/{path.client.ref}/errands/",
        f"/errands/{ErrandFactory(path=path, waiting=True).ref}/decision/",
        f"/errands/{ErrandFactory(path=path).ref}/correct/",
        f"/errands/{ErrandFactory(path=path).ref}/mistake/",
        f"/worked/{ThisWorkedFactory(path=path).ref}/lift/",
        f"{way}clocks/new/",
        f"{way}clocks/assessed/",
        *(f"/clocks/{run.ref}/over/" for run in ClockRun.objects.running()[:1]),
        f"{way}worked/new/",
        f"/breaks/{PathBreakFactory(path=path).ref}/over/",
        *pages_of_documents(path),
        *pages_of_goals(path),
        *pages_of_merging(path),
        f"/visits/{visit.ref}/",
        f"/visits/{visit.ref}/correct/",
        f"/visits/{visit.ref}/official/",
        f"/takeovers/{TakeoverFactory(path=path).ref}/",
        *([f"/steps/{step.ref}/done/"] if step else []),
        *pages_of_a_pair(path.client, "tyontekija"),
    ]

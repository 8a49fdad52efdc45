"""The ordinary case of every noun; a test states only what matters to it."""

from tests.factories.breaks import (
    PathBreakFactory,
    ThisWorkedFactory,
)
from tests.factories.care import (
    AlertFactory,
    AssignmentFactory,
    CareFactory,
    ClientFactory,
    OwnWordsFactory,
    SubstituteFactory,
)
from tests.factories.categories import CategoryTalkFactory
from tests.factories.clocks import ClockRunFactory
from tests.factories.codes import (
    ARTIFICIAL,
    IdentityCodeFactory,
    RepresentativeFactory,
)
from tests.factories.consents import (
    ConsentFactory,
)
from tests.factories.days import (
    today,
)
from tests.factories.directory import (
    AreaNetworkFactory,
    ContactPersonFactory,
    DirectoryChangeFactory,
    PopUpDayFactory,
    PopUpSeriesFactory,
    PresenceFactory,
    ServiceFactory,
)
from tests.factories.documents import (
    AssessmentFactory,
    PlanFactory,
    ReviewFactory,
)
from tests.factories.errands import (
    ErrandFactory,
    FeedbackFactory,
    GoodPracticeFactory,
    ImprovementFactory,
)
from tests.factories.goals import (
    AttainmentFactory,
    DignityCheckFactory,
    GoalFactory,
    TenDimensionsFactory,
)
from tests.factories.handovers import (
    HandoverFactory,
)
from tests.factories.meetings import (
    MeetingDecisionFactory,
    MeetingFactory,
    MeetingPartyFactory,
    PaperBatchFactory,
    PaperLineFactory,
)
from tests.factories.namings import AskedNamingFactory
from tests.factories.network import (
    MemberFactory,
    OrganisationFactory,
    StepFactory,
    TalkFactory,
    TieFactory,
)
from tests.factories.outreach import (
    ContactFactory,
    EntryFactory,
)
from tests.factories.pairs import GuidanceFactory, PairFactory, ReportFactory
from tests.factories.papers import DisclosureFactory, PaperFactory, WithdrawalToldFactory
from tests.factories.paths import (
    PathFactory,
    VisitFactory,
)
from tests.factories.people import (
    PASSWORD,
    MembershipFactory,
    TeamFactory,
    UserFactory,
    worker,
)
from tests.factories.quality import QualityCheckFactory
from tests.factories.reasons import (
    BreakGlassFactory,
    StandInFactory,
)
from tests.factories.referrals import ReferralFactory
from tests.factories.retention import (
    LegalHoldFactory,
    approved,
    ended,
    instant,
    listed,
    years_ago,
)
from tests.factories.takeovers import TakeoverFactory, left_behind
from tests.factories.tapering import (
    CheckInFactory,
    TaperingPlanFactory,
)

__all__ = [
    "ARTIFICIAL",
    "PASSWORD",
    "AlertFactory",
    "AreaNetworkFactory",
    "AskedNamingFactory",
    "AssessmentFactory",
    "AssignmentFactory",
    "AttainmentFactory",
    "BreakGlassFactory",
    "CareFactory",
    "CategoryTalkFactory",
    "CheckInFactory",
    "ClientFactory",
    "ClockRunFactory",
    "ConsentFactory",
    "ContactFactory",
    "ContactPersonFactory",
    "DignityCheckFactory",
    "DirectoryChangeFactory",
    "DisclosureFactory",
    "EntryFactory",
    "ErrandFactory",
    "FeedbackFactory",
    "GoalFactory",
    "GoodPracticeFactory",
    "GuidanceFactory",
    "HandoverFactory",
    "IdentityCodeFactory",
    "ImprovementFactory",
    "LegalHoldFactory",
    "MeetingDecisionFactory",
    "MeetingFactory",
    "MeetingPartyFactory",
    "MemberFactory",
    "MembershipFactory",
    "OrganisationFactory",
    "OwnWordsFactory",
    "PairFactory",
    "PaperBatchFactory",
    "PaperFactory",
    "PaperLineFactory",
    "PathBreakFactory",
    "PathFactory",
    "PlanFactory",
    "PopUpDayFactory",
    "PopUpSeriesFactory",
    "PresenceFactory",
    "QualityCheckFactory",
    "ReferralFactory",
    "ReportFactory",
    "RepresentativeFactory",
    "ReviewFactory",
    "ServiceFactory",
    "StandInFactory",
    "StepFactory",
    "SubstituteFactory",
    "TakeoverFactory",
    "TalkFactory",
    "TaperingPlanFactory",
    "TeamFactory",
    "TenDimensionsFactory",
    "ThisWorkedFactory",
    "TieFactory",
    "UserFactory",
    "VisitFactory",
    "WithdrawalToldFactory",
    "approved",
    "ended",
    "instant",
    "left_behind",
    "listed",
    "today",
    "worker",
    "years_ago",
]

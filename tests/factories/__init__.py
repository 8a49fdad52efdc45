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
from tests.factories.documents import (
    AssessmentFactory,
    PlanFactory,
    ReviewFactory,
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
from tests.factories.namings import AskedNamingFactory
from tests.factories.network import (
    MemberFactory,
    OrganisationFactory,
    StepFactory,
)
from tests.factories.outreach import (
    ContactFactory,
    EntryFactory,
)
from tests.factories.pairs import GuidanceFactory, PairFactory, ReportFactory
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
    "DignityCheckFactory",
    "EntryFactory",
    "GoalFactory",
    "GuidanceFactory",
    "HandoverFactory",
    "IdentityCodeFactory",
    "LegalHoldFactory",
    "MemberFactory",
    "MembershipFactory",
    "OrganisationFactory",
    "OwnWordsFactory",
    "PairFactory",
    "PathBreakFactory",
    "PathFactory",
    "PlanFactory",
    "QualityCheckFactory",
    "ReportFactory",
    "RepresentativeFactory",
    "ReviewFactory",
    "StandInFactory",
    "StepFactory",
    "SubstituteFactory",
    "TakeoverFactory",
    "TaperingPlanFactory",
    "TeamFactory",
    "TenDimensionsFactory",
    "ThisWorkedFactory",
    "UserFactory",
    "VisitFactory",
    "approved",
    "ended",
    "instant",
    "left_behind",
    "listed",
    "today",
    "worker",
    "years_ago",
]

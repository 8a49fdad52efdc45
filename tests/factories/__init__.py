"""The ordinary case of every noun; a test states only what matters to it."""

from tests.factories.care import (
    AssignmentFactory,
    CareFactory,
    ClientFactory,
    OwnWordsFactory,
    SubstituteFactory,
)
from tests.factories.days import (
    today,
)
from tests.factories.network import (
    MemberFactory,
    OrganisationFactory,
    StepFactory,
)
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
from tests.factories.reasons import (
    BreakGlassFactory,
    StandInFactory,
)

__all__ = [
    "PASSWORD",
    "AssignmentFactory",
    "BreakGlassFactory",
    "CareFactory",
    "ClientFactory",
    "MemberFactory",
    "MembershipFactory",
    "OrganisationFactory",
    "OwnWordsFactory",
    "PathFactory",
    "StandInFactory",
    "StepFactory",
    "SubstituteFactory",
    "TeamFactory",
    "UserFactory",
    "VisitFactory",
    "today",
    "worker",
]

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
from tests.factories.network import (
    MemberFactory,
    OrganisationFactory,
    StepFactory,
)
from tests.factories.outreach import (
    ContactFactory,
    EntryFactory,
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
    "ARTIFICIAL",
    "PASSWORD",
    "AlertFactory",
    "AssignmentFactory",
    "BreakGlassFactory",
    "CareFactory",
    "ClientFactory",
    "ConsentFactory",
    "ContactFactory",
    "EntryFactory",
    "IdentityCodeFactory",
    "MemberFactory",
    "MembershipFactory",
    "OrganisationFactory",
    "OwnWordsFactory",
    "PathBreakFactory",
    "PathFactory",
    "RepresentativeFactory",
    "StandInFactory",
    "StepFactory",
    "SubstituteFactory",
    "TeamFactory",
    "ThisWorkedFactory",
    "UserFactory",
    "VisitFactory",
    "today",
    "worker",
]

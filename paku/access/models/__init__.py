"""User, Team, Membership, Sitting, Attempt, and what two people decide on it."""

from paku.access.models.account_return import AccountReturn
from paku.access.models.attempt import Attempt
from paku.access.models.membership import Membership
from paku.access.models.role_request import RoleRequest
from paku.access.models.sitting import Sitting
from paku.access.models.team import Team
from paku.access.models.user import User

__all__ = [
    "AccountReturn",
    "Attempt",
    "Membership",
    "RoleRequest",
    "Sitting",
    "Team",
    "User",
]

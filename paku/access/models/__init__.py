"""User, Team, Membership."""

from paku.access.models.membership import Membership
from paku.access.models.team import Team
from paku.access.models.user import User

__all__ = ["Membership", "Team", "User"]

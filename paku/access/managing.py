"""Whose rights one looks after. Teams and accounts are no secret among those who manage them, so a refusal is plain."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.kit.refusals import NotYours


def must_manage(user: User, team: int) -> None:
    """Raise NotYours unless the rights in the team (its key) are the user's to give and end."""
    managed = user.teams_managed
    if managed is not None and team not in managed:
        raise NotYours(
            _("The rights of this team are looked after by its own supervisor and the main user."),
            code="other_team",
        )

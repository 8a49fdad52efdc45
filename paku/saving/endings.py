"""Drafts end with the account: nobody but their author could ever read them."""

from paku.access.endings import ends, number_by
from paku.access.models import User


@ends("drafts")
def drafts(user: User, by: User) -> int:
    """Everything the person was typing."""
    return number_by("paku_forget_drafts", user)

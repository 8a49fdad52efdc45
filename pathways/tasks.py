"""The room's doorbells: beat rings them, and anybody else may."""

from __future__ import annotations

from datetime import datetime

from celery import shared_task

from pathways.actions import retention
from pathways.actions.alarms import catch_up
from pathways.actions.outreach_contacts import forget_what_has_run_out


@shared_task(name="pathways.look_at_openings")
def look_at_openings(at: str = "") -> None:
    """Look at the days that are over; `at` (ISO, with its offset) looks as if it were then."""
    catch_up(datetime.fromisoformat(at) if at else None)


@shared_task(name="pathways.forget_contacts")
def forget_contacts(at: str = "") -> None:
    """Contacts of outreach whose time is over; `at` as above."""
    forget_what_has_run_out(datetime.fromisoformat(at) if at else None)


@shared_task(name="pathways.list_what_is_due")
def list_what_is_due() -> None:
    """The month's lists of what is due to be destroyed, once a month however often it rings."""
    retention.propose()


@shared_task(name="pathways.destroy_what_is_approved")
def destroy_what_is_approved() -> None:
    """What two people have approved; a ring that was killed is taken up by the next."""
    retention.carry_out_approved()

"""The doorbell of the nightly alarms: beat rings it, and anybody else may."""

from __future__ import annotations

from datetime import datetime

from celery import shared_task

from pathways.actions.alarms import catch_up


@shared_task(name="pathways.look_at_openings")
def look_at_openings(at: str = "") -> None:
    """Look at the days that are over; `at` (ISO, with its offset) looks as if it were then."""
    catch_up(datetime.fromisoformat(at) if at else None)

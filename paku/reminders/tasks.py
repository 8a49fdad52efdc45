"""The doorbell: beat rings it every 30 seconds, and anybody else may."""

from __future__ import annotations

from datetime import datetime

from celery import shared_task

from paku.reminders.sending import sweep


@shared_task(name="paku.reminders.ring")
def ring(at: str = "") -> None:
    """Sweep; `at` (ISO, with its offset) sweeps as if it were then, for catching up by hand and for tests."""
    sweep(datetime.fromisoformat(at) if at else None)

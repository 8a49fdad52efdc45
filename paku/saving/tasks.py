"""The room's doorbell: beat rings it, and anybody else may."""

from __future__ import annotations

from celery import shared_task

from paku.saving.models import Draft


@shared_task(name="saving.forget_drafts")
def forget_drafts() -> None:
    """Drafts in which nobody has written for thirty days."""
    Draft.objects.run_out().delete()

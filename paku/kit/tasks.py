"""The kit's doorbell: beat rings it, and anybody else may."""

from __future__ import annotations

from celery import shared_task

from paku.kit.forgetting import forget_what_has_run_out


@shared_task(name="kit.forget")
def forget() -> None:
    """Drafts, numbers of sheets and other rows of nobody's file whose time is over."""
    forget_what_has_run_out()

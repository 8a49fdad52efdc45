"""The room's doorbells."""

from celery import shared_task

from clients.actions.emergencies import end_what_has_run_out
from clients.actions.forgetting_merges import forget_ways_back


@shared_task(name="clients.end_emergencies")
def end_emergencies() -> None:
    """Four hours are over: the file is shut by then without this; here the end gets its entry."""
    end_what_has_run_out()


@shared_task(name="clients.forget_ways_back")
def forget_ways_back_of_merges() -> None:
    """What the rows of a merge held, when it can no longer be undone."""
    forget_ways_back()

"""The room's doorbells: beat rings them, and anybody else may."""

from __future__ import annotations

from celery import shared_task

from network.actions.directory_changes import tell_again
from network.actions.directory_imports import forget_imports
from network.actions.paper_batches import make_papers
from network.actions.whole_files import forget_whole_files, make_whole_files
from paku.kit.dates import today_from_database


@shared_task(name="network.make_whole_files")
def make() -> None:
    """Go on with the copies that are being made, from where the last worker came to."""
    make_whole_files()


@shared_task(name="network.papers")
def make_meeting_papers() -> None:
    """The papers of meetings that have been asked for, from where the last worker came to."""
    make_papers()


@shared_task(name="network.forget_whole_files")
def forget() -> None:
    """Copies whose two weeks are over."""
    forget_whole_files()


@shared_task(name="network.forget_imports")
def forget_files_for_the_directory() -> None:
    """Files for the directory that nobody confirmed in two weeks."""
    forget_imports()


@shared_task(name="network.tell_of_the_directory_again")
def tell_of_the_directory_again() -> None:
    """Changes of the directory that have waited for their second person for two weeks."""
    tell_again(today_from_database())

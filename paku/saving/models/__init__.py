"""Draft (what is being typed), Submission (what has been sent), Takeover (a draft that goes on to another)."""

from paku.saving.models.draft import Draft
from paku.saving.models.submission import Submission
from paku.saving.models.takeover import Takeover
from paku.saving.models.versioned import VersionedText

__all__ = ["Draft", "Submission", "Takeover", "VersionedText"]

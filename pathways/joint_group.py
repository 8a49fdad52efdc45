"""What the clients' and workers' joint group has on the table: problem spots, improvements and good practices."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from paku.kit.half_years import chosen, last_told
from pathways.models import GoodPractice, Improvement
from pathways.models.problem_spots import board_of, names, problem_spots, seen_in_area

MOST = 20


def joint_group_paper(user: Any, *, half_key: str, language: str, today: date) -> str:
    """The whole page in the language chosen; the same figures as on the screen, and no owner's name."""
    half = chosen(half_key, today)
    until = half.told_until(today)
    with translation.override(language):
        named = names()
        context = {
            "language": language,
            "half": half,
            "until": until,
            "today": today,
            "spots": problem_spots(half.since, until, named)[:MOST],
            "seen": seen_in_area(user, half.since, until, named)[:MOST],
            "improvements": board_of(Improvement.objects.on_board(), last_told(today))[:MOST],
            "practices": GoodPractice.objects.with_marks()[:MOST],
        }
        return render_to_string("pathways/improvements/paper.html", context)

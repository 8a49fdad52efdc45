"""Goals, measures and the quality list in a person's whole file."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from paku.printing.whole_file import Rows, part_of_the_file


def _steps(goal: Any) -> list[str]:
    return [link.step.what for link in goal.goal_steps.all()]


def _sentences(check: Any) -> list[str]:
    return [f"{one.item.label} – {one.get_answer_display()}" for one in check.answers.all()]


part_of_the_file(
    "goals",
    _("What I hope for"),
    order=64,
    rows=[
        Rows(
            "pathways.Goal",
            of="path__client",
            tells=["since", ("owner", _("whose hope, if not mine")), ("steps", _("steps"), _steps), "closing",
                   "closed_on", "closing_words"],
            leaves=["path", "closed_by", "at"],
            within=["pathways.GoalStep"],
            heads=["since"],
            related=["goal_steps__step"],
        ),
        Rows(
            "pathways.GoalText",
            of="goal__path__client",
            title=_("The wordings of my hopes, the older ones too"),
            tells=["at", "author", "client_words", "worker_words", ("agreed", _("do we agree")),
                   ("much_less", _("much less than hoped")), ("less", _("less than hoped")), ("hoped", _("as hoped")),
                   ("more", _("more than hoped")), ("much_more", _("much more than hoped")), "helps", "hinders",
                   ("reason", _("why it was corrected"))],
            leaves=["goal"],
            heads=["at"],
        ),
        Rows(
            "pathways.Attainment",
            of="goal__path__client",
            title=_("How near we have come"),
            tells=["on", "level", "filled_with", "note", "by"],
            leaves=["goal", "text", "at"],
            heads=["on"],
        ),
    ],
)  # fmt: skip

part_of_the_file(
    "measures",
    _("How I have been"),
    order=66,
    rows=[
        Rows(
            "pathways.TenDimensions",
            of="path__client",
            tells=["on", "occasion", "filled_with", "health", "overcoming", "housing", "daily_life", "family",
                   "friends", "money", "strengths", "self_esteem", "whole_life", ("own_item", _("in my own words")),
                   "own_value", "words", "by"],
            leaves=["path", "at"],
            heads=["on"],
        ),
        Rows(
            "pathways.OtherMeasure",
            of="path__client",
            title=_("Other measures"),
            tells=["name", "on", "value", "note", "by"],
            leaves=["path", "at"],
            heads=["name", "on"],
        ),
        Rows(
            "pathways.DignityCheck",
            of="path__client",
            title=_("What belongs to everybody"),
            tells=["on", "basic_needs", "basic_needs_words", "safety", "safety_words", "no_exploitation",
                   "no_exploitation_words", "care", "care_words", "by"],
            leaves=["path", "at"],
            within=["pathways.DignityTask"],
            heads=["on"],
        ),
    ],
)  # fmt: skip

part_of_the_file(
    "quality",
    _("How I have been served"),
    order=67,
    rows=[
        Rows(
            "pathways.QualityCheck",
            of="path__client",
            tells=["on", "asked_at", "filled_with", ("sentences", _("what I answered"), _sentences), "words", "by"],
            leaves=["path", "at"],
            within=["pathways.QualityAnswer"],
            heads=["on"],
            related=["answers__item"],
        ),
    ],
)  # fmt: skip

part_of_the_file(
    "categories",
    _("How we have agreed to work"),
    order=68,
    rows=[
        Rows(
            "pathways.CategoryTalk",
            of="path__client",
            tells=["on", "strength", "understanding", "managing", "trusted", "helped", "parties", "tangled",
                   "unsteady", "missing", "joining", ("suggested", _("suggestion")), "chosen", "reason",
                   "client_agrees", "client_chose", "client_words", "by"],
            leaves=["path", "at"],
            heads=["on"],
        ),
    ],
)  # fmt: skip

"""The sheets of pair work, filled in as people fill them in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpResponse

from tests.factories import today


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


def day(ahead: int = 0) -> str:
    on = today() + timedelta(days=ahead)
    return f"{on.day}.{on.month}.{on.year}"


def duties(beside: Any, **more: Any) -> dict[str, Any]:
    return {
        "partner": str(beside.ref),
        "worker_duties": "Päätökset ja hakemukset\nPuhelut Kelaan",
        "partner_duties": "Käy kotona joka viikko\nKauppaan yhdessä",
        "report_weeks": "2",
        "report_due_on": "",
        **more,
    }


def a_report(**more: Any) -> dict[str, Any]:
    return {
        "client_words": "Ihan hyvin, nukuin koko yön.",
        "changed": "Kävi itse kaupassa.",
        "worries": "Sähkölasku on avaamatta.",
        "needed": "",
        **more,
    }


def guidance(beside: Any, **more: Any) -> dict[str, Any]:
    return {
        "partner": str(beside.ref), "given_on": day(), "asked": "Saako lainata rahaa?",
        "agreed": "Rahaa ei lainata: mennään yhdessä hakemaan maksusitoumus.",
        "partner_step": "Soittaa isännöitsijälle", "partner_step_by": day(3),
        "worker_step": "", "worker_step_by": "", **more,
    }  # fmt: skip

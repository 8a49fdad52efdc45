"""The paper for the clients' and workers' joint group: plain words, three languages, nobody on it."""

from __future__ import annotations

import io
import re

import pypdf
import pytest

from clients.models import Municipality
from paku.kit.half_years import last_told
from tests.factories import (
    GoodPracticeFactory,
    ImprovementFactory,
    OrganisationFactory,
    PathBreakFactory,
    today,
)

pytestmark = pytest.mark.django_db
PAPER = "/area/joint-group.pdf"


def words_of(answer):
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return " ".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(answer.content)).pages
    )


def test_figures_of_five_stand_on_it_and_no_name_does(desk, path):
    day = last_told(today())
    for number, name in ((5, "Kela"), (4, "Pankki")):
        organisation = OrganisationFactory(name=name)
        for _ in range(number):
            PathBreakFactory(
                organisation=organisation, municipality=Municipality.objects.get(code="601"),
                since=day.replace(day=3), until=day.replace(day=9), consequence="Jäi ilman",
            )  # fmt: skip
    owner = ImprovementFactory(problem="Jono on pitkä", owner=desk.user).owner
    GoodPracticeFactory(what="Mennään yhdessä")

    said = words_of(desk.get(PAPER))

    assert all(one in said for one in ("Kela", "Jono on pitkä", "Mennään yhdessä"))
    assert re.search(r"\s5\s+30\s", said)  # five people, thirty days
    for hidden in ("Pankki", "Jäi ilman", owner.name, path.client.last_name):
        assert hidden not in said


@pytest.mark.parametrize(
    ("state", "is_told"), [("agreed", True), ("changed", False), ("dropped", False)]
)
def test_what_is_over_is_not_to_be_ready_by_any_day(desk, state, is_told):
    done = {"changed": "Jono on purettu", "changed_on": today()} if state == "changed" else {}
    row = ImprovementFactory(problem="Jono on pitkä", state=state, **done)

    said = words_of(desk.get(PAPER))

    assert "Jono on pitkä" in said
    assert (f"{row.due_on:%-d.%-m.%Y}" in said) is is_told


@pytest.mark.parametrize(("language", "word"), [("fi", "Sivu"), ("sv", "Sida"), ("en", "Page")])
def test_in_the_language_chosen(desk, language, word):
    assert word in words_of(desk.get(f"{PAPER}?language={language}"))


def test_a_faulty_query_is_no_error(desk):
    assert desk.get(f"{PAPER}?language=xx&half=9999-9").status_code == 200

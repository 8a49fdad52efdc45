"""Rooms say what a paper may contain; the person chooses; nothing else goes on it."""

from datetime import date
from typing import Any

import pytest

from paku.printing import sections
from paku.printing.sections import Section, assemble, parts_of, section

TODAY = date(2026, 11, 22)
TEMPLATE = "printing/sheet.html"


@pytest.fixture(autouse=True)
def three_sections(monkeypatch: pytest.MonkeyPatch) -> None:
    """A paper that may have steps, own words and health; this kind is the tests' own."""
    monkeypatch.setattr(sections, "_PARTS", {})
    section("steps", "Sovittu", template=TEMPLATE, order=20)(_tells)
    section("own-words", "Omin sanoin", template=TEMPLATE, order=10, framed=True)(_tells)
    section("health", "Terveys", template=TEMPLATE, order=30, sensitive=True)(_tells)
    section("empty", "Tyhjä", template=TEMPLATE, order=40)(lambda client, recipient, today: None)
    section("card", "Kortti", template=TEMPLATE, kinds=("card",))(_tells)


def _tells(client: Any, recipient: Any, today: date) -> dict[str, Any]:
    return {"client": client, "paper": {"client_name": f"{client} {recipient} {today:%d.%m.}"}}


def assembled(**changes: Any) -> list[Section]:
    return assemble(
        "summary", **{"client": "Matti", "recipient": "Kela", "today": TODAY, **changes}
    )


def test_sections_come_in_their_order_and_only_for_their_kind_of_paper() -> None:
    assert [part.name for part in parts_of("summary")] == ["own-words", "steps", "health", "empty"]


def test_what_is_sensitive_is_not_chosen_beforehand_and_what_has_nothing_to_say_is_left_out() -> (
    None
):
    assert [part.name for part in assembled()] == ["own-words", "steps"]


def test_only_what_was_chosen_is_there_each_with_its_ground() -> None:
    made = assembled(chosen={"health": "consent", "steps": "law"})

    assert [(part.name, part.ground) for part in made] == [("steps", "law"), ("health", "consent")]


def test_a_section_is_told_of_the_client_the_recipient_and_the_day() -> None:
    assert "Matti Kela 22.11." in assembled()[0].html


def test_a_section_that_a_paper_of_this_kind_cannot_have_is_an_error() -> None:
    with pytest.raises(KeyError, match="card"):
        assembled(chosen={"card": ""})


def test_a_name_has_one_section() -> None:
    with pytest.raises(ValueError, match="steps"):
        section("steps", "Toiset", template=TEMPLATE)(_tells)

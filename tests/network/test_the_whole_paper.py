"""The summary as a paper: read aloud in order, silent about its making, the person's own words first."""

import io

import pikepdf
import pytest
from django.urls import reverse

from paku.printing.models import Paper
from paku.printing.sections import parts_of
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    MemberFactory,
    OrganisationFactory,
    OwnWordsFactory,
    PathFactory,
    StepFactory,
    VisitFactory,
    today,
)
from tests.paku.printing.inspector import elements, faults, leaks, squeezed, text_of

pytestmark = pytest.mark.django_db

WORDS = "Haluaisin vielä joskus hoitaa hevosia."
NAMES = ("Áile-Máret Näkkäläjärvi", "Čuovža Ǩeeʹnn", "Иван Петров", "Ngọc Nguyễn")


@pytest.fixture
def path():
    """Names of many scripts around a person with a long one."""
    path = PathFactory(
        care__client__first_names="Ritva-Liisa",
        care__client__last_name="Köykkäläinen-Hämäläinen",
        care__client__advice="Ensin kahvit.",
    )
    OwnWordsFactory(client=path.client, text=WORDS)
    for name in NAMES:
        member = MemberFactory(client=path.client, name=name, organisation=OrganisationFactory())
        StepFactory(client=path.client, doer=member)
        VisitFactory(path=path)
    return path


def paper_of(path, *, language="fi", sections=None, member=None):
    member = member or path.client.members.first()
    asked = (
        Desk()
        .sit(path.care.own_worker)
        .send(
            reverse("network:summary", args=[path.client.ref]),
            {
                "recipient": str(member.ref),
                "purpose": "Tapaaminen",
                "language": language,
                "ground": "shl_41",
                "sections": sections or [part.name for part in parts_of("summary")],
            },
        )
    )
    if "summary.pdf" not in asked.url:  # something on it needs a second person
        Desk().sit(AssignmentFactory(care=path.care).worker).send(asked.url, {"outcome": "given"})
    return Paper.objects.latest("pk")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_it_is_accessible_in_its_language_and_gives_nothing_away(path, language):
    pdf = bytes(paper_of(path, language=language).pdf)

    assert faults(pdf) == []
    assert leaks(pdf) == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == language


def test_the_first_heading_is_the_person_and_the_first_section_their_words(path):
    paper = paper_of(path, language="en")

    told = text_of(bytes(paper.pdf))
    titles = [part["title"] for part in paper.sections]
    assert titles[0] == "In own words"
    assert told.index("Ritva-Liisa Köykkäläinen-Hämäläinen") < told.index(WORDS)
    assert all(told.index(WORDS) < told.rindex(title) for title in titles[1:])


def test_the_picture_of_the_path_has_words_and_a_table_beside_it(path):
    pdf = bytes(paper_of(path, language="en", sections=["path"]).pdf)

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        tagged = list(elements(opened.Root.StructTreeRoot))
    (picture,) = [tag for tag in tagged if tag.S == "/Figure"]
    assert "Intensive support" in str(picture.Alt)
    assert "1. Intensive support" in text_of(pdf)


def test_every_member_s_name_is_printed_as_it_is_written(path):
    told = squeezed(text_of(bytes(paper_of(path, sections=["around"]).pdf)))

    assert [name for name in NAMES if squeezed(name) not in told] == []


def test_an_arabic_name_is_on_the_paper_in_its_own_letters(path):
    member = MemberFactory(client=path.client, name="فاطمة الأحمد")

    pdf = bytes(paper_of(path, sections=["steps"], member=member).pdf)

    assert faults(pdf) == []
    assert any("؀" <= letter <= "ۿ" for letter in text_of(pdf))


def test_a_long_history_is_many_pages_each_with_its_number(path):
    for _ in range(60):
        StepFactory(client=path.client, what="Soittaa Kelaan ja kysyä hakemuksesta " * 6)

    paper = paper_of(path, language="en", sections=["steps"])

    assert paper.pages > 2
    assert f"Page {paper.pages} of {paper.pages}" in text_of(bytes(paper.pdf))


def test_papers_have_numbers_of_their_own_in_the_year_they_were_made(path):
    first, second = (paper_of(path, sections=["steps"]).serial for _ in range(2))

    assert first < second
    assert first.startswith(f"{today().year}-")

"""A paper is in its own language from head to foot: nothing but what people have written is the same in two of them."""

import re
from html import unescape

import pytest
from django.utils import translation

from network.papers.letters import NAMES
from network.papers.plain import plain_paper
from paku.printing.sections import parts_of
from tests.factories import DisclosureFactory, today
from tests.network.papers.every_kind import ALL, Person

pytestmark = pytest.mark.django_db
LANGUAGES = ("fi", "sv", "en")
PAPERS = {
    "summary": lambda one, language: one.summary(language),
    "memo": lambda one, language: one.of_meeting("memo", one.reader, language),
    "invitation": lambda one, language: one.of_meeting("invitation", one.reader, language),
    **{kind: (lambda one, language, kind=kind: one.letter(kind, language)) for kind in NAMES},
}


def said(sheet):
    """The words of a sheet, piece by piece, without numbers."""
    body = sheet.numbered("2026-000001").html().partition("<body")[2].partition(">")[2]
    pieces = (unescape(piece) for piece in re.split(r"<[^>]+>", body))
    words = (re.sub(r"[\d\W_]+", " ", piece).strip() for piece in pieces)
    return {piece for piece in words if len(piece) > 1}


def written(person):
    """Names and texts that people have given, and what is named in the directory."""
    who, care = person.client, person.client.care
    others = (person.reader, person.sister, person.hidden)
    names = (
        [one.name for one in others] + [one.role for one in others] + [one.tasks for one in others]
    )
    names += [
        who.first_names,
        who.last_name,
        who.spoken_name,
        care.team.name,
        care.team.provider,
        care.own_worker.name,
    ]
    names += [
        care.own_worker.title,
        person.text,
        str(person.reader.organisation),
        "Paku",
        str(person.referral.service),
    ]
    return " ".join(re.sub(r"[\d\W_]+", " ", name) for name in names)


def left_over(sheets, person):
    """What two languages have in common and nobody has written."""
    data = written(person)
    common = set()
    for one, other in (("fi", "sv"), ("fi", "en"), ("sv", "en")):
        common |= said(sheets[one]) & said(sheets[other])
    known = set(data.casefold().split())
    return {piece for piece in common if not set(piece.casefold().split()) <= known}


@pytest.mark.parametrize("kind", sorted(PAPERS))
def test_nothing_is_left_in_another_language(path, kind):
    person = Person(path=path)

    sheets = {language: PAPERS[kind](person, language) for language in LANGUAGES}

    assert left_over(sheets, person) == set()
    assert {len(said(sheet)) > 3 for sheet in sheets.values()} == {True}


def test_the_plain_copy_is_in_the_clients_own_language(path):
    person = Person(path=path)
    about = {"client": path.client, "member": person.reader, "sections": ALL}
    given = DisclosureFactory(rests_on=[person.consent], **about)
    sheets = {}
    for language in LANGUAGES:
        path.client.contact_language = language
        path.client.save()
        sheets[language] = plain_paper(person.client, given, today=today())

    assert {language: sheet.language for language, sheet in sheets.items()} == {
        one: one for one in LANGUAGES
    }
    assert left_over(sheets, person) - {given.purpose} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_heading_stands_in_the_papers_language(path, language):
    sheet = Person(path=path).summary(language)

    with translation.override(language):
        titles = {part.name: str(part.title) for part in parts_of("summary")}

    assert {part.name: part.title for part in sheet.sections}.items() <= titles.items()
    assert "own_words" in {part.name for part in sheet.sections}

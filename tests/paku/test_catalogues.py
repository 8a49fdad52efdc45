"""Finnish and Swedish are whole: every marked string, every placeholder, and the field's own words."""

import re

import pytest
from django.conf import settings

from paku.kit import catalogues
from paku.kit.marked_strings import marked

NEVER = {
    "fi": r"\b(caset|lähete|lähetteet|asiakashallinta|potilas|motivoitumaton)\b",
    "sv": r"\b(patient|remiss|omotiverad)\b",
}
TERMS = {
    "fi": {
        "Own worker": "Omatyöntekijä",
        "Outreach": "Löytävä työ",
        "Early support": "Varhainen tuki",
        "Intensive support": "Intensiivinen tuki",
        "Tapering": "Kevennetty tuki",
        "Controlled exit": "Hallittu päättyminen",
        "How are you?": "Mitä sinulle kuuluu?",
        "Who are you?": "Kuka sinä olet?",
        "What interests you?": "Mistä olet kiinnostunut?",
        "What do you need?": "Mitä sinä tarvitset?",
        "What do you dream of?": "Mistä sinä unelmoit?",
        "What brings you a good feeling?": "Mistä sinulle tulee hyvä mieli?",
        "What brings you a bad feeling?": "Mistä sinulle tulee paha mieli?",
    },
    "sv": {
        "Own worker": "Egen kontaktperson",
        "Outreach": "Uppsökande arbete",
        "Early support": "Tidigt stöd",
        "Intensive support": "Intensivt stöd",
        "Tapering": "Lättat stöd",
        "Controlled exit": "Kontrollerat avslut",
    },
}


def texts(language: str) -> list[tuple[str, str]]:
    """Every form of every message: its English and its translation."""
    found: list[tuple[str, str]] = []
    for message in catalogues.read(settings.LOCALE_PATHS[0], language):
        if message.id:
            found += zip(forms(message.id), forms(message.string), strict=True)
    return found


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    """One form, or the singular and the plural."""
    return text if isinstance(text, tuple) else (text,)


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_nothing_is_missing_doubtful_or_left_over(language: str):
    catalogue = catalogues.read(settings.LOCALE_PATHS[0], language)

    assert catalogues.faults(marked(settings.ROOT), catalogue) == []


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_every_translation_can_be_filled_in(language: str):
    """A `%` or a letter lost from `%(name)s` would break the page that says the sentence."""
    for message in catalogues.read(settings.LOCALE_PATHS[0], language):
        if message.python_format:
            names = re.findall(r"%\((\w+)\)", " ".join(forms(message.id)))
            assert all(said % (dict.fromkeys(names, 1) or 1) for said in forms(message.string))


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_sentences_end_as_in_english(language: str):
    """A label stays a label and a sentence a sentence; no stray blanks at the ends."""
    for source, said in texts(language):
        assert said == said.strip()
        assert said.endswith((".", "?", "!")) == source.endswith((".", "?", "!")), said


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_words_that_judge_or_belong_to_health_care_are_not_used(language: str):
    assert [
        said for _, said in texts(language) if re.search(NEVER[language], said, re.IGNORECASE)
    ] == []


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_the_words_of_the_field_are_these(language: str):
    said = dict(texts(language))

    assert {source: said[source] for source in TERMS[language]} == TERMS[language]

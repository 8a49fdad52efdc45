"""A kinder offer under the field: never in the way, never written down, never under the person's own words (row S8)."""

from datetime import timedelta

import pytest

from paku.audit.models import Entry
from paku.saving.looked_at import Offer, Word, offers, words_in_force
from pathways.models import VisitText, WatchedWord
from tests.desk import Desk
from tests.factories import PathFactory, today

pytestmark = pytest.mark.django_db

LABEL = "Raimo on ei motivoitunut ja yhteistyökyvytön."


def found(text):
    return {offer.found: offer.instead for offer in offers(text, words_in_force())}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hän on EI  motivoitunut tähän.", {"EI  motivoitunut": "ei vielä"}),
        ("yhteistyökyvytön", {"yhteistyökyvytön": "emme ole vielä löytäneet yhteistä tapaa"}),
        ("Haastava asiakas tuli.", {"Haastava asiakas": "asiakas, jota emme ole vielä osanneet auttaa"}),
        ("Klienten är inte motiverad.", {"inte motiverad": "inte ännu"}),
        ("PTA tehty, OT soitti.", {"PTA": "palvelutarpeen arviointi", "OT": "omatyöntekijä"}),
        ("PTA:n jälkeen", {"PTA:n": "palvelutarpeen arviointi"}),
        ("ABCD sovittu", {"ABCD": ""}),
        ("KELA ja EU ja THL", {}),
        ("Kävimme kahvilla, lattia oli lakaistu.", {}),
        ("Motivoitunut mies, haastava tilanne.", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_what_is_offered_for_which_words(text, expected):
    assert found(text) == expected


def test_at_most_five_are_offered_each_once_in_the_order_of_the_text():
    text = "BBBB AAAA BBBB CCCC DDDD EEEE FFFF"

    assert [offer.found for offer in offers(text, [])] == ["BBBB", "AAAA", "CCCC", "DDDD", "EEEE"]


def test_signs_in_a_word_of_the_list_are_only_signs():
    assert offers("a+b (c", [Word("label", "a+b (", "x")]) == [Offer("a+b (c", "x")]


def test_an_ended_word_is_not_asked_about_and_a_coming_one_not_yet():
    WatchedWord.objects.filter(label_fi="ei motivoitu").update(until=today() - timedelta(days=1))
    later = today() + timedelta(days=1)
    WatchedWord.objects.create(
        code="x", kind="label", label_fi="toivoton", offer_fi="y", since=later
    )

    assert found("ei motivoitunut, toivoton") == {}


@pytest.fixture
def path():
    return PathFactory()


def visit(path, **fields):
    desk = Desk().sit(path.care.own_worker)
    sheet = {
        "kind": "home", "met": "yes", "on": today().isoformat(), "note": LABEL, "client_words": "", "present": "client",
        **fields,
    }  # fmt: skip
    return desk.send(f"/paths/{path.ref}/visits/new/", sheet)


def test_a_note_with_labels_is_saved_as_it_was_written_and_nothing_is_kept_of_the_offers(path):
    assert visit(path).status_code == 303
    assert VisitText.objects.get().note == LABEL
    told = str(list(Entry.objects.values("details", "reason", "sections")))
    assert "motivoit" not in told


def test_a_sheet_that_comes_back_for_another_fault_shows_the_offers_beside_it(path):
    answer = visit(path, on="32.1.2026")
    page = answer.content.decode()

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["on"])
    assert (
        "ei vielä" in page.partition('id="div_id_note"')[2].partition('id="div_id_client_words"')[0]
    )


def test_the_persons_own_words_are_never_looked_at(path):
    page = visit(path, note="", client_words=LABEL, on="32.1.2026").content.decode()
    under = page.partition('id="div_id_client_words"')[2].partition("</form>")[0]

    assert "data-looked-at" not in under
    assert page.count("data-looked-at=") == 1
    own_words = Desk().sit(path.care.own_worker).get(f"/clients/{path.client.ref}/own-words/")
    assert "data-looked-at" not in own_words.content.decode()


def test_a_break_is_looked_at_too_and_a_saved_sheet_asks_for_no_words(path):
    desk = Desk().sit(path.care.own_worker)
    page = desk.get(f"/paths/{path.ref}/breaks/new/").content.decode()

    assert page.count("data-looked-at=") == 2
    with desk.counted() as queries:
        visit(path)
    assert not [sql for sql in queries if "watchedword" in sql]

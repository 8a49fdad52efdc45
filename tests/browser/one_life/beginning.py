"""From a nickname at a village shop to early support and the first visit, on the instructor's phone."""

from __future__ import annotations

from tests.browser.one_life.walking import Life
from tests.factories import today

NICKNAME = "Rannan Urpo"
FIRST_WORDS = "En minä mitään apua tarvitse, mutta kahvit voin juoda."
LATER_WORDS = "Ne paperit on jääneet, kun en ymmärrä niistä mitään."
LAST_NAME, FIRST_NAMES = "Hiekkarinne", "Urpo Juhani"
FIRST_STEP = "Käydä paperit yhdessä läpi"
AT_VISIT = "Laitetaan ne järjestykseen, niin saan nukuttua."
NOTE = "Avattiin kirjeet kahvipöydässä. Kaksi niistä oli kiireellisiä."
VISIT_STEP = "Soittaa yhdessä ulosottoon"


def met_and_met_again(life: Life) -> None:
    """Nobody is a client yet: a nickname and a place."""
    me = life.instructor
    me.open("/outreach/")
    me.follow("/outreach/contacts/new/")
    me.write(nickname=NICKNAME, place="kyläkaupan piha", said=FIRST_WORDS)
    me.pick("village", "Muurasjärvi")
    me.save()
    me.open("/outreach/")
    me.page.get_by_role("link", name=NICKNAME).click()
    me.page.wait_for_url("**/outreach/contacts/*/")
    assert FIRST_WORDS in me.text
    me.write(said=LATER_WORDS, note="Istuttiin laiturilla.")
    me.save()
    assert LATER_WORDS in me.text


def becomes_a_client(life: Life) -> None:
    """By a deliberate act: first it is looked whether the person is here already."""
    me = life.instructor
    me.follow("/client/", "/clients/new/?contact=")
    assert me.page.input_value("[name=nickname]") == NICKNAME
    me.write(last_name=LAST_NAME, first_names=FIRST_NAMES)
    me.save()
    assert me.page.input_value("[name=last_name]") == LAST_NAME
    me.pick("pair", "Katri Suovala")
    me.write(what=FIRST_STEP, due_on=f"{today():%d.%m.%Y}")
    me.save()
    me.page.wait_for_url("**/clients/*-*-*/")
    life.client = me.here
    assert FIRST_WORDS in me.text or LATER_WORDS in me.text
    me.follow("/paths/")
    me.open(life.client)
    link = me.page.locator("main a[href^='/paths/'][href$='/visits/new/']").first
    life.path = str(link.get_attribute("href")).removesuffix("visits/new/")


def early_support(life: Life) -> None:
    """Had help been there, near enough, enough, of the right kind? Asked at the border."""
    me = life.instructor
    me.open(life.path)
    me.follow("/move/")
    me.choose("to", "early_support")
    for part, answer in (
        ("available", "no"),
        ("reachable", "no"),
        ("sufficient", "partly"),
        ("right_kind", "not_asked"),
    ):
        me.choose(f"early_{part}", answer)
    me.write(
        early_available_words="Kylältä lähti palvelu 2015.",
        why="Urpo haluaa, että papereita katsotaan yhdessä.",
        what_next="Kotikäynti",
    )
    me.save()
    assert "Kylältä lähti palvelu 2015." in me.text


def a_visit(life: Life) -> None:
    """What was said comes first; what was agreed has a name and a day."""
    me = life.instructor
    me.open(life.client)
    me.follow("/visits/new/")
    me.write(note=NOTE, client_words=AT_VISIT, step_what_1=VISIT_STEP)
    me.choose("kind", "home")
    me.pick("step_doer_1", "Katri Suovala")
    me.write(step_due_1=f"{today():%d.%m.%Y}")
    me.save()
    me.page.wait_for_url("**saved=visit")
    assert AT_VISIT in me.text
    assert VISIT_STEP in me.text

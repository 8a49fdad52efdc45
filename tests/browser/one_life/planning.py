"""Dignity first; then the assessment and the plan at the desk, a goal in the person's words, and how life is."""

from __future__ import annotations

from tests.browser.one_life.walking import Life
from tests.factories import today

FINISH = "main form button[name=finish]"
TASK = "Puut vajasta sisälle ja sähkölasku maksuun"
NEED = "Että joku tulee kun kirjeitä kertyy."
CONCLUSION = "Urpo tarvitsee rinnalla kulkijaa raha-asioissa."
AGREED_WITH_IT = "Noin se on."
GOAL = "Avaan kirjeet samana päivänä kun ne tulee."
LEVELS = {
    "much_less": "Kirjeet jäävät laatikkoon.",
    "less": "Kirjeet avataan, kun joku käy.",
    "hoped": "Kirjeet avataan samalla viikolla.",
    "more": "Kirjeet avataan samana päivänä.",
    "much_more": "Kirjeet hoituvat itse alusta loppuun.",
}
DREAM = "Oma vene"


def dignity_first(life: Life) -> None:
    """A “no” gets its doer and day at once."""
    me = life.instructor
    me.open(life.client)
    me.room("plan", "dignity")
    me.follow("/dignity/new/")
    me.choose("basic_needs", "no")
    me.write(basic_needs_words="Kylmä talo.", basic_needs_what=TASK)
    me.pick("basic_needs_doer", "Sanna Niiniharju")
    for part in ("safety", "no_exploitation", "care"):
        me.choose(part, "yes")
    me.save()
    assert TASK in me.text


def need_is_assessed(life: Life) -> None:
    """By the social worker, with the person's words beside."""
    me = life.social_worker
    me.open(life.client)
    me.room("plan")
    me.follow("/assessments/new/")
    me.write(
        situation_worker="Kirjeitä on kertynyt kolmen vuoden ajalta.",
        needs_client=NEED,
        needs_worker="Säännöllinen tuki raha-asioissa.",
        strengths_client="Osaan korjata mitä vaan.",
        client_view=AGREED_WITH_IT,
        conclusions=CONCLUSION,
        special_ground="Kirjallisten asioiden hoitaminen ei suju yksin.",
        special_on=f"{today():%d.%m.%Y}",
        rights_explained_on=f"{today():%d.%m.%Y}",
    )
    me.choose("need_for", "recurring")
    me.choose("special_support", "yes")
    me.save(FINISH)
    assert CONCLUSION in me.text
    assert not me.page.locator("main form").count()


def a_plan_with_a_rhythm(life: Life) -> None:
    """Goes on from the assessment; how often they meet is agreed, and becomes the promise of the path."""
    me = life.social_worker
    me.room("plan")
    me.follow("/plans/new/")
    assert NEED in me.text
    me.write(
        need_worker="Säännöllinen tuki raha-asioissa.",
        services_worker="Sosiaaliohjaus ja yhteys velkaneuvontaan.",
        means="Käydään läpi kirjeet joka toinen viikko.",
        lasts="noin vuosi",
        follow_up="Katsotaan yhdessä puolen vuoden päästä.",
        client_view=AGREED_WITH_IT,
    )
    me.page.select_option("[name=meet_every]", "14")
    me.save(FINISH)
    assert "joka toinen viikko" in me.text


def a_goal_with_levels(life: Life) -> None:
    """In the words of the person, on the phone; and where they are with it, in two taps."""
    me = life.instructor
    me.open(life.client)
    me.room("plan", "goals")
    me.follow("/goals/new/")
    me.write(client_words=GOAL, **LEVELS)
    me.choose("agreed", "yes")
    me.save()
    assert GOAL in me.text
    me.follow("/judge/")
    me.choose("level", "-1")
    me.save()
    assert LEVELS["less"] in me.text


def how_life_is(life: Life) -> None:
    """3X10D, as far as the person wants to answer."""
    me = life.instructor
    me.room("plan", "measures")
    me.follow("/measures/new/")
    for item, value in (("health", "4"), ("money", "2"), ("whole_life", "5"), ("own_value", "1")):
        me.choose(item, value)
    me.write(own_item=DREAM)
    me.choose("occasion", "entry")
    me.choose("filled_with", "together")
    me.save()
    assert DREAM in me.text

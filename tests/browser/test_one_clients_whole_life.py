"""Rows S1, S2, S5, S11 and S15 in one life, walked through the pages: from outreach to the end and back."""

from __future__ import annotations

from itertools import pairwise

from network.models import Step
from paku.access.models import User
from paku.audit.models import Entry
from paku.celery import app
from paku.reminders.models import Delivery
from paku.reminders.tasks import ring
from pathways.models import CheckIn, Pathway
from tests.browser.one_life import beginning, changing, planning, thinning
from tests.browser.one_life.walking import Life, Walker, begin
from tests.browser.people import sign_in
from tests.factories import today

SHAME = ("epäonni", "retkahd", "repsah", "taantu", "motiv", "laiminly")
DEEDS = {
    "clients": {"created", "words_heard"},
    "network": {"step_agreed", "step_handed_on", "step_dropped"},
    "pathways": {
        *("contact_met", "contact_met_again", "contact_joined", "moved", "visit_logged"),
        *("dignity_asked", "document_ready", "goal_written", "goal_judged", "measured"),
        *("break_marked", "break_over", "handover_offered", "handover_accepted"),
        *("tapering_planned", "tapering_looked_at", "tapering_ended", "exit_saved"),
        *("check_in_made", "check_in_dropped", "ended", "returned"),
    },
}
BEFORE_A_CLIENT = {"pathways.contact_met", "pathways.contact_met_again"}


def days_pass_until_the_first_call(path: Pathway) -> Step:
    """The only hand on the database: a month goes by in the promise of the first call, so that it is due today."""
    step = CheckIn.objects.get(path=path, months=1).step
    Step.objects.filter(pk=step.pk).update(due_on=today())
    return step


def test_one_clients_whole_life(world, browser, celery_worker, soon, told):
    life = begin(browser, world)
    for chapter in (
        beginning.met_and_met_again,
        beginning.becomes_a_client,
        beginning.early_support,
        beginning.a_visit,
        planning.dignity_first,
        planning.need_is_assessed,
        planning.a_plan_with_a_rhythm,
        planning.a_goal_with_levels,
        planning.how_life_is,
        changing.intensive_support,
        changing.a_break_and_its_end,
        changing.another_own_worker,
        thinning.to_tapering,
        thinning.a_look_that_held,
        thinning.back_in_one_tap,
        thinning.to_tapering,
        thinning.a_controlled_exit,
    ):
        chapter(life)
    path = Pathway.objects.get(ref=life.path.split("/")[2])

    call = days_pass_until_the_first_call(path)
    app.send_task(ring.name)
    katri = User.objects.get(username="tyontekija")
    sent = Delivery.objects.filter(reference=call.ref, to=katri, channel="app")
    soon(sent.exists)
    thinning.a_call_after_support(life)
    thinning.coping(life)
    thinning.back_by_return_ticket(life)

    the_path_tells_it_in_order(life)
    nothing_was_lost(life)
    the_trail_has_every_deed(path)
    nobody_else_finds_anything(life, sign_in(browser, world, "naapuri"))
    for walker in (life.instructor, life.social_worker):
        assert walker.page.complaints == []  # type: ignore[attr-defined]
    assert told() == []


def the_path_tells_it_in_order(life: Life) -> None:
    """Every stage, both own workers and the setback, as they were and without a word of shame."""
    me = life.social_worker
    me.open(life.path)
    told = me.text
    in_order(
        told[told.index("Polku vaihe vaiheelta") :],
        "Löytävä työ",
        "Varhainen tuki",
        "Kylältä lähti palvelu 2015.",
        changing.WHY_MORE,
        thinning.WHY_THINNER,
        thinning.SETBACK,
        thinning.WHY_THINNER,
        "Hallittu päättyminen",
        "Omatyöntekijät polun varrella",
        "Sanna Niiniharju",
        "Katri Suovala",
    )
    assert not [word for word in SHAME if word in told.lower()]
    assert thinning.ENDED in told


def nothing_was_lost(life: Life) -> None:
    """What was said, hoped for and agreed is where it is looked for."""
    me = life.social_worker
    for address, words in (
        (f"{life.client}own-words/", beginning.FIRST_WORDS),
        (f"{life.client}own-words/", beginning.LATER_WORDS),
        (life.path, beginning.AT_VISIT),
        (f"{life.client}goals/", planning.GOAL),
        (f"{life.client}measures/", planning.DREAM),
        (f"{life.client}dignity/", planning.TASK),
        (f"{life.path}tapering/", thinning.HELD),
        (f"{life.path}tapering/", thinning.DOSES),
        (f"{life.path}tapering/", thinning.CALLED),
        (life.path, "Jono"),
    ):
        me.open(address)
        assert words in me.page.locator("main").text_content(), (address, words)
    me.open(life.path)
    me.follow("/tapering/", "/exit/")
    assert thinning.REMAINS in me.text
    ref = life.client.split("/")[2]
    steps = set(Step.objects.filter(client__ref=ref).values_list("what", flat=True))
    assert {beginning.FIRST_STEP, beginning.VISIT_STEP, planning.TASK} <= steps


def the_trail_has_every_deed(path: Pathway) -> None:
    wanted = {f"{room}.{deed}" for room, deeds in DEEDS.items() for deed in deeds}
    of_the_person = set(Entry.objects.about(path.client.ref).values_list("deed", flat=True))
    of_nobody = Entry.objects.filter(deed__in=BEFORE_A_CLIENT, actor_name="Sanna Niiniharju")
    assert wanted - of_the_person - set(of_nobody.values_list("deed", flat=True)) == set()


def nobody_else_finds_anything(life: Life, stranger: object) -> None:
    """At every address that the two came by."""
    somebody = Walker(stranger, set())  # type: ignore[arg-type]
    walked = life.of_the_client
    assert len(walked) > 30
    found = {one: somebody.person.go(one) for one in walked}
    assert found == dict.fromkeys(walked, 404)


def in_order(text: str, *words: str) -> None:
    places, start = [], 0
    for one in words:
        start = text.index(one, start)
        places.append(start)
    assert all(a <= b for a, b in pairwise(places))

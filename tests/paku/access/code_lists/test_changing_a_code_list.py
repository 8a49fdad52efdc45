"""Values are added, changed from a day and ended; what has been chosen keeps its words."""

import uuid

import pytest

from paku.access.code_lists import known_lists
from pathways.models import BreakKind, OutreachTheme, VisitKind, WatchedWord
from tests.factories import PathBreakFactory, today
from tests.paku.access.code_lists.changing import days_on, main_user

pytestmark = pytest.mark.django_db


def a_value(**fields):
    return {
        "label_fi": "avanto",
        "label_sv": "vak",
        "label_en": "",
        "source": "tiimi",
        "since": today().isoformat(),
        **fields,
    }


@pytest.mark.parametrize("of", known_lists(), ids=lambda of: of.slug)
def test_every_list_opens_with_all_its_values(of):
    desk = main_user()
    page = desk.get(of.url)

    assert page.status_code == 200
    assert (
        len(page.context["lines"]) == of.model.objects.on(today()).values("code").distinct().count()
    )
    first = page.context["lines"][0]
    assert desk.get(f"{of.url}{first.code}/").status_code == 200
    assert desk.get(f"{of.url}{first.code}/end/").status_code == (200 if of.grows else 404)


def test_a_new_theme_is_offered_from_its_day_and_a_double_click_adds_one():
    desk, sheet = main_user(), uuid.uuid4()
    answers = [
        desk.send("/set-up/lists/themes/new/", a_value(since=days_on(3).isoformat()), sheet=sheet)
        for _ in range(2)
    ]

    assert [answer.status_code for answer in answers] == [303, 303]
    added = OutreachTheme.objects.get(label_fi="avanto")
    assert added.code not in dict(OutreachTheme.objects.all().choices(days_on(2)))
    assert added.code in dict(OutreachTheme.objects.all().choices(days_on(3)))


def test_an_ended_kind_is_offered_for_the_last_time_on_its_last_day():
    answer = main_user().send("/set-up/lists/visits/video/end/", {"until": days_on(2).isoformat()})

    assert answer.status_code == 303
    offered = [dict(VisitKind.objects.all().choices(days_on(n))) for n in (2, 3)]
    assert ["video" in one for one in offered] == [True, False]


def test_what_was_chosen_keeps_its_words():
    marked = PathBreakFactory()
    answer = main_user().send(
        "/set-up/lists/breaks/queue/",
        a_value(label_fi="jono, uudella nimellä", group="system", since=days_on(1).isoformat()),
    )

    assert answer.status_code == 303
    marked.refresh_from_db()
    assert marked.kind.label_fi == "jono"
    assert BreakKind.objects.on(days_on(1)).get(code="queue").label_fi == "jono, uudella nimellä"


def test_a_label_without_an_offer_is_not_watched():
    desk = main_user()
    fields = {"kind": "label", "label_fi": "toivoton", "offer_fi": "", "since": today().isoformat()}
    answer = desk.send("/set-up/lists/words/new/", fields)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["offer_fi"])
    fields["offer_fi"] = "ei vielä löytänyt toivoa"
    assert desk.send("/set-up/lists/words/new/", fields).status_code == 303
    assert WatchedWord.objects.filter(label_fi="toivoton").exists()


@pytest.mark.parametrize(
    "address",
    ["/set-up/lists/nothing/", "/set-up/lists/themes/nothing/", "/set-up/clocks/new/", "/set-up/lists/signs/new/",
     "/set-up/clocks/talk/end/"],
)  # fmt: skip
def test_what_there_is_not_is_not_found(address):
    assert main_user().get(address).status_code == 404


def test_a_page_left_open_cannot_end_a_value_before_a_coming_change():
    desk = main_user()
    desk.send("/set-up/lists/themes/new/", a_value())
    code = OutreachTheme.objects.get(label_fi="avanto").code
    desk.send(
        f"/set-up/lists/themes/{code}/",
        a_value(label_fi="avantouinti", since=days_on(5).isoformat()),
    )

    answer = desk.send(f"/set-up/lists/themes/{code}/end/", {"until": days_on(2).isoformat()})

    assert answer.status_code == 422
    assert OutreachTheme.objects.filter(code=code).count() == 2

"""What to know beforehand: an author, a reason, told or not, a day of review; past its last day it is gone."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from clients.models import Alert
from paku.access.roles import Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import (
    AlertFactory,
    AssignmentFactory,
    BreakGlassFactory,
    StandInFactory,
    today,
    worker,
)

pytestmark = pytest.mark.django_db
TEXT = "Soita portilta, koira lasketaan sisään."


def page_of(path, name="alerts", *more):
    return reverse(f"clients:{name}", args=[path.client.ref, *more])


def sheet(**fields):
    return {
        "kind": "home_visit",
        "text": TEXT,
        "reason": "Koira puri keväällä.",
        "is_told": "yes",
        "told_words": "",
        "review_on": (today() + timedelta(days=30)).isoformat(),
        "expires_on": (today() + timedelta(days=60)).isoformat(),
        **fields,
    }


def first_page(seat, path):
    return seat.get(reverse("pathways:client", args=[path.client.ref])).content.decode()


def test_an_alert_stands_on_top_of_the_persons_page(desk, path):
    assert desk.send(page_of(path, "new-alert"), sheet())["Location"] == page_of(path)

    html = first_page(desk, path)
    assert html.index(TEXT) < html.index("<h1")
    alert = Alert.objects.get()
    assert (alert.written_by, alert.written_on, alert.is_told) == (desk.user, today(), True)


@pytest.mark.parametrize("opening", [BreakGlassFactory, StandInFactory])
def test_it_is_there_in_an_emergency_and_for_who_stands_in(path, opening):
    AlertFactory(client=path.client, text=TEXT)
    seat = Desk().sit(worker(Role.SOCIAL_WORKER, team=path.care.team))
    opening(client=path.client, worker=seat.user)

    assert TEXT in first_page(seat, path)


@pytest.mark.parametrize(("days_left", "is_shown"), [(0, True), (-1, False)])
def test_past_its_last_day_it_vanishes_by_itself_and_stays_in_the_history(
    desk, path, days_left, is_shown
):
    last = today() + timedelta(days=days_left)
    AlertFactory(
        client=path.client, text=TEXT, written_on=last - timedelta(days=40), expires_on=last
    )

    assert (TEXT in first_page(desk, path)) is is_shown
    assert TEXT in desk.get(page_of(path)).content.decode()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": ""}, "kind"),
        ({"text": " "}, "text"),
        ({"text": "a" * 501}, "text"),
        ({"reason": ""}, "reason"),
        ({"is_told": ""}, "is_told"),
        ({"is_told": "no", "told_words": ""}, "told_words"),
        ({"review_on": "1.1.2020"}, "review_on"),
        ({"expires_on": ""}, "expires_on"),
        ({"expires_on": f"{today() + timedelta(days=400):%d.%m.%Y}"}, "expires_on"),
        ({"expires_on": f"{today() + timedelta(days=10):%d.%m.%Y}"}, "expires_on"),
        ({"text": "Hetu on 131052-308T, kysy ensin."}, "text"),
    ],
)
def test_what_is_amiss_is_asked_for_again_with_all_that_was_typed(desk, path, wrong, field):
    answer = desk.send(page_of(path, "new-alert"), sheet() | wrong)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert answer.context["form"]["text"].value() == wrong.get("text", TEXT)
    assert not Alert.objects.exists()


def test_the_database_too_wants_an_end_within_a_year(path):
    with pytest.raises(IntegrityError), transaction.atomic():
        AlertFactory(client=path.client, expires_on=today() + timedelta(days=366))


def test_still_needed_is_said_anew_and_the_former_text_stays_readable(desk, path):
    former = AlertFactory(client=path.client, text="Kaksi koiraa.")

    desk.send(page_of(path, "renew-alert", former.ref), sheet(text="Enää yksi koira."))

    now = Alert.objects.get(text="Enää yksi koira.")
    assert (now.follows, now.written_by) == (former, desk.user)
    assert "Kaksi koiraa." not in first_page(desk, path)
    html = desk.get(page_of(path)).content.decode()
    assert html.index("Enää yksi koira.") < html.index("Kaksi koiraa.")


def test_who_comes_second_sees_both_texts_and_nothing_is_doubled(desk, path):
    former = AlertFactory(client=path.client)
    desk.send(page_of(path, "renew-alert", former.ref), sheet(text="Toisen teksti"))

    answer = desk.send(page_of(path, "renew-alert", former.ref), sheet(text="Minun teksti"))

    html = answer.content.decode()
    assert (answer.status_code, "Minun teksti" in html, "Toisen teksti" in html) == (
        409,
        True,
        True,
    )
    assert Alert.objects.in_force().count() == 1


def test_taken_away_with_a_reason_and_only_once(desk, path):
    alert = AlertFactory(client=path.client, text=TEXT)
    url = page_of(path, "end-alert", alert.ref)

    assert desk.send(url, {"why": ""}).status_code == 422
    assert desk.send(url, {"why": "Koira on annettu pois."}).status_code == 303
    assert desk.send(url, {"why": "Uudestaan"}).status_code == 409

    assert TEXT not in first_page(desk, path)
    assert "Koira on annettu pois." in desk.get(page_of(path)).content.decode()


def test_the_same_sheet_sent_twice_is_saved_once_and_the_trail_holds_no_words(desk, path):
    number = uuid.uuid4()
    for _time in range(2):
        desk.send(page_of(path, "new-alert"), sheet(), sheet=number)

    assert Alert.objects.count() == 1
    assert Entry.objects.get(deed="clients.alert_written").details == {"kind": "home_visit"}


def test_a_near_worker_a_colleague_and_a_stranger_get_nothing(path):
    alert = AlertFactory(client=path.client, text=TEXT)
    near = AssignmentFactory(care=path.care, near_worker=True).worker

    for user, status in ((near, 403), (worker(team=path.care.team), 403), (worker(), 404)):
        seat = Desk().sit(user)
        assert seat.get(page_of(path)).status_code == status
        assert seat.send(page_of(path, "new-alert"), sheet()).status_code == status
        assert seat.send(page_of(path, "end-alert", alert.ref), {"why": "x"}).status_code == status
    assert TEXT not in first_page(Desk().sit(near), path)
    assert Alert.objects.in_force().count() == 1


def test_another_persons_alert_is_not_found_under_this_one(desk, path):
    elsewhere = AlertFactory()

    assert desk.get(page_of(path, "renew-alert", elsewhere.ref)).status_code == 404


def test_the_pages_cost_the_same_for_one_and_for_ten(desk, path):
    urls = [page_of(path), reverse("pathways:client", args=[path.client.ref])]
    AlertFactory(client=path.client, written_by=desk.user)
    one = [desk.cost(url) for url in urls]
    AlertFactory.create_batch(9, client=path.client)

    assert [desk.cost(url) for url in urls] == one
    assert one[0] <= 9

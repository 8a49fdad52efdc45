"""Row S14: what makes meeting easy, in the person's words; new advice stands before the old, which stays readable."""

import uuid

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from clients.models import Advice, Client
from paku.access.roles import Role
from paku.audit.models import Entry
from tests.clients.basics import page_of as basics_of
from tests.clients.basics import sheet
from tests.desk import Desk
from tests.factories import BreakGlassFactory, today, worker

pytestmark = pytest.mark.django_db


def words_of(path):
    return reverse("clients:own-words", args=[path.client.ref])


def advice(**fields):
    return {
        "question": "advice",
        "text": "Soita ennen kuin tulet.",
        "said_on": today().isoformat(),
        "place": "pihalla",
        **fields,
    }


def test_advice_is_told_among_own_words_and_stands_on_the_first_page(desk, path):
    assert desk.send(words_of(path), advice()).status_code == 303

    first = desk.get(reverse("pathways:client", args=[path.client.ref])).content.decode()
    assert "Soita ennen kuin tulet." in first
    row = Advice.objects.get()
    assert (row.heard_by, row.said_on, row.place) == (desk.user, today(), "pihalla")


def test_advice_changed_on_the_sheet_of_basic_data_keeps_the_former(desk, path):
    desk.send(words_of(path), advice(text="Älä tule aamulla."))

    desk.send(basics_of(path), sheet(desk, path, advice="Tule vain iltapäivällä."))

    html = desk.get(words_of(path)).content.decode()
    assert html.index("Tule vain") < html.index("Älä tule aamulla.")
    assert Client.objects.get(pk=path.client.pk).advice == "Tule vain iltapäivällä."


def test_advice_taken_back_leaves_the_first_page_and_stays_in_the_history(desk, path):
    desk.send(words_of(path), advice())

    desk.send(basics_of(path), sheet(desk, path, advice=""))

    first = desk.get(reverse("pathways:client", args=[path.client.ref])).content.decode()
    assert "Soita ennen" not in first
    assert "Soita ennen" in desk.get(words_of(path)).content.decode()


def test_words_of_an_earlier_day_do_not_replace_newer_ones(desk, path):
    desk.send(words_of(path), advice(text="Uudempi"))

    desk.send(words_of(path), advice(text="Vanhempi", said_on="1.3.2020"))

    assert Client.objects.get(pk=path.client.pk).advice == "Uudempi"


def test_a_basic_sheet_opened_before_new_advice_was_told_does_not_wipe_it(desk, path):
    opened = sheet(desk, path, advice="Minun versio")
    desk.send(words_of(path), advice(text="Toisen kuulema"))

    answer = desk.send(basics_of(path), opened)

    html = answer.content.decode()
    assert (answer.status_code, "Minun versio" in html, "Toisen kuulema" in html) == (
        409,
        True,
        True,
    )
    assert Client.objects.get(pk=path.client.pk).advice == "Toisen kuulema"


def test_advice_too_long_to_be_read_at_the_door_is_asked_for_again(desk, path):
    answer = desk.send(words_of(path), advice(text="a" * 2001))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["text"])
    assert not Advice.objects.exists()


def test_a_supervisor_who_corrects_the_basic_data_keeps_the_history_too(path):
    seat = Desk().sit(worker(Role.SUPERVISOR, team=path.care.team))

    assert seat.send(basics_of(path), sheet(seat, path, advice="Rauhassa.")).status_code == 303

    assert Advice.objects.get().heard_by == seat.user


def test_in_an_emergency_advice_may_be_added(path):
    seat = Desk().sit(worker(Role.SOCIAL_WORKER))
    BreakGlassFactory(client=path.client, worker=seat.user)

    assert seat.send(words_of(path), advice()).status_code == 303

    assert Client.objects.get(pk=path.client.pk).advice == "Soita ennen kuin tulet."


def test_the_same_sheet_sent_twice_is_saved_once_and_the_trail_holds_no_words(desk, path):
    number = uuid.uuid4()
    for _time in range(2):
        desk.send(words_of(path), advice(), sheet=number)

    assert Advice.objects.count() == 1
    assert Entry.objects.get(deed="clients.advice_given").details == {}


def test_what_was_advised_cannot_be_changed(path, ohjaaja):
    given = Advice.objects.create(
        client=path.client, text="Koputa.", said_on=today(), heard_by=ohjaaja
    )

    with pytest.raises(DatabaseError), transaction.atomic():
        Advice.objects.filter(pk=given.pk).update(text="Muuta")
    with pytest.raises(TypeError):
        given.save()

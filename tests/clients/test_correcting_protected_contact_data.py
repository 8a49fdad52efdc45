"""Contact data under turvakielto are corrected behind the click."""

import pytest
from django.urls import reverse

from paku.audit.models import Entry
from tests.clients.guarded import CLOSE_NUMBER, NUMBER, click_of, guard, reaches
from tests.clients.standings import own

pytestmark = pytest.mark.django_db


def save_of(path, desk, **fields):
    form = desk.post(click_of(path.client)).context["form"]
    known = {name: form[name].value() for name in form.fields if name != "submission_id"}
    sent = {
        name: getattr(value, "pk", value)
        for name, value in (known | fields).items()
        if value is not None
    }
    return sent | {"save": "1"}


def test_contact_data_are_corrected_behind_the_click(path, desk):
    guard(path, by=own(path))

    answer = desk.send(
        click_of(path.client), save_of(path, desk, contact_value_2="Uusipolku 1", contact_note_2="")
    )

    assert answer["Location"] == reverse("pathways:client", args=[path.client.ref])
    assert [reach.value for reach in reaches(path.client)] == [NUMBER, "Uusipolku 1"]
    edited = Entry.objects.filter(deed="clients.edited").order_by("-id").first()
    assert edited.details == {"fields": ["contacts"]}


def test_what_is_amiss_behind_the_click_is_asked_for_again(path, desk):
    guard(path, by=own(path))

    answer = desk.send(click_of(path.client), save_of(path, desk, contact_value_1="ei numero"))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["contact_value_1"])
    assert answer.context["form"]["contact_value_1"].value() == "ei numero"


def test_two_who_correct_behind_the_click_do_not_overwrite_each_other(path, desk):
    guard(path, by=own(path))
    mine = save_of(path, desk, contact_value_2="Minun polku 1")
    desk.send(click_of(path.client), save_of(path, desk, contact_value_2="Toisen polku 2"))

    answer = desk.send(click_of(path.client), mine)

    assert answer.status_code == 409
    assert [reach.value for reach in reaches(path.client)] == [NUMBER, "Toisen polku 2"]


def test_a_close_persons_number_stays_when_nothing_is_written_in_its_place(path, desk):
    sister = guard(path, by=own(path))
    url = reverse("network:edit-member", args=[path.client.ref, sister.ref])
    form = desk.get(url).context["form"]
    known = {name: form[name].value() or "" for name in form.fields if name != "submission_id"}

    desk.send(url, known | {"role": "pikkusisko"})

    sister.refresh_from_db()
    assert (sister.role, sister.phone) == ("pikkusisko", CLOSE_NUMBER)

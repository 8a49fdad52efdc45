"""What intake left thin is told later; two people at once are told of each other; the trail gets no values."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from clients.models import Client, ContactPoint, Municipality
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import AssignmentFactory, PathFactory, today, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def path():
    return PathFactory(care__client__first_names="", care__client__last_name="",
                       care__client__nickname="Masa")  # fmt: skip


@pytest.fixture
def desk(path):
    return Desk().sit(path.care.own_worker)


def page_of(path):
    return reverse("clients:basics", args=[path.client.ref])


def sheet(desk, path, **fields):
    """The form as it was opened, with some of its fields typed over; ticks are sent only when set."""
    form = desk.get(page_of(path)).context["form"]
    known = {name: form[name].value() for name in form.fields if name != "submission_id"}
    sent = {name: value for name, value in (known | fields).items() if value not in (None, False)}
    return {name: getattr(value, "pk", value) for name, value in sent.items()}


def reached(client):
    return list(client.contact_points.values_list("kind", "value", "note"))


def edits():
    return [entry.details["fields"] for entry in Entry.objects.filter(deed="clients.edited")]


def test_names_birth_place_languages_and_advice_are_told_later(desk, path):
    village = Municipality.objects.get(name="Viitasaari").villages.create(name="Kumpulaisenkylä")

    answer = desk.send(
        page_of(path),
        sheet(
            desk,
            path,
            first_names="Matti",
            last_name="Meikäläinen",
            born_on="5.3.1961",
            village=village.pk,
            mother_tongue="smn",
            needs_plain_language="on",
            advice="Soita ennen kuin tulet.\nEn avaa ovea muuten.",
        ),
    )

    assert answer["Location"] == reverse("pathways:client", args=[path.client.ref])
    client = Client.objects.get(pk=path.client.pk)
    assert client.name == "Meikäläinen Matti"
    assert (client.village, client.municipality) == (village, village.municipality)
    assert (client.mother_tongue, client.needs_plain_language) == ("smn", True)
    assert client.advice == "Soita ennen kuin tulet.\nEn avaa ovea muuten."
    assert client.version == 2


def test_the_trail_names_what_was_changed_and_no_values(desk, path):
    desk.send(
        page_of(path), sheet(desk, path, last_name="Salainen", contact_value_1="040 123 4567")
    )

    entry = Entry.objects.get(deed="clients.edited")
    assert entry.details == {"fields": ["last_name", "contacts"]}
    assert entry.client_refs == [path.client.ref]


def test_a_changed_name_is_found_by_searching(desk, path):
    desk.send(page_of(path), sheet(desk, path, last_name="Äijälä"))

    assert "Äijälä" in desk.post(reverse("pathways:board"), {"q": "äijälä"}).content.decode()


def test_nothing_changed_leaves_no_deed_and_no_version(desk, path):
    path.client.contact_points.create(kind="phone", value="+358401234567", note="aamulla")

    assert desk.send(page_of(path), sheet(desk, path)).status_code == 303

    assert edits() == []
    assert Client.objects.get(pk=path.client.pk).version == 1


def test_ways_to_reach_are_added_changed_and_removed(desk, path):
    path.client.contact_points.create(kind="phone", value="+358401234567", note="aamulla")
    path.client.contact_points.create(kind="address", value="Koulutie 4")

    desk.send(
        page_of(path),
        sheet(
            desk,
            path,
            contact_value_1="",
            contact_note_1="",
            contact_value_2="Koulutie 5",
            contact_kind_3="email",
            contact_value_3="masa@EXAMPLE.org",
            contact_value_4="040 765 4321",
            contact_note_4="siskon puhelin",
        ),
    )

    assert reached(path.client) == [
        ("address", "Koulutie 5", ""),
        ("email", "masa@example.org", ""),
        ("phone", "+358407654321", "siskon puhelin"),
    ]
    assert edits() == [["contacts"]]


def test_a_person_with_more_ways_than_the_sheet_has_rows_loses_none(desk, path):
    for number in range(6):
        path.client.contact_points.create(kind="phone", value=f"+35840123456{number}")

    desk.send(page_of(path), sheet(desk, path, nickname="Matti"))

    assert ContactPoint.objects.filter(client=path.client).count() == 6


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"nickname": "<b>"}, "nickname"),
        ({"born_on": f"{today() + timedelta(days=1):%d.%m.%Y}"}, "born_on"),
        ({"contact_language": "klingon"}, "contact_language"),
        ({"contact_value_1": "12"}, "contact_value_1"),
        ({"contact_kind_2": "email", "contact_value_2": "masa(at)example"}, "contact_value_2"),
        ({"contact_note_3": "aamulla"}, "contact_value_3"),
        ({"contact_kind_1": "pigeon", "contact_value_1": "x"}, "contact_kind_1"),
        ({"advice": "a" * 2001}, "advice"),
    ],
)
def test_what_is_amiss_is_asked_for_again_with_all_that_was_typed(desk, path, wrong, field):
    answer = desk.send(page_of(path), sheet(desk, path, first_names="Matti") | wrong)

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert answer.context["form"]["first_names"].value() == "Matti"
    assert (edits(), Client.objects.get(pk=path.client.pk).first_names) == ([], "")


def test_something_to_call_the_person_by_is_needed(desk, path):
    answer = desk.send(page_of(path), sheet(desk, path, nickname="  "))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["nickname"])


def test_a_village_of_another_municipality_is_noticed(desk, path):
    village = Municipality.objects.get(name="Viitasaari").villages.create(name="Toinen kylä")
    elsewhere = Municipality.objects.exclude(pk=village.municipality_id).first()

    answer = desk.send(
        page_of(path), sheet(desk, path, village=village.pk, municipality=elsewhere.pk)
    )

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["village"])


def test_the_database_too_wants_something_to_call_a_person_by(path):
    nobody = {"first_names": "", "last_name": "", "nickname": ""}

    with pytest.raises(IntegrityError), transaction.atomic():
        Client.objects.filter(pk=path.client.pk).update(**nobody)


def test_who_comes_second_sees_both_texts_and_overwrites_nothing(desk, path):
    mine = sheet(desk, path, advice="Minun teksti", contact_value_1="040 123 4567")
    desk.send(page_of(path), sheet(desk, path, advice="Toisen teksti"))

    answer = desk.send(page_of(path), mine)

    html = answer.content.decode()
    assert (answer.status_code, "Minun teksti" in html, "Toisen teksti" in html) == (
        409,
        True,
        True,
    )
    client = Client.objects.get(pk=path.client.pk)
    assert (client.advice, client.version, reached(client)) == ("Toisen teksti", 2, [])


def test_the_same_sheet_sent_twice_is_saved_once(desk, path):
    fields, number = sheet(desk, path, contact_value_1="040 123 4567"), uuid.uuid4()

    answers = [desk.send(page_of(path), fields, sheet=number) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert len(reached(path.client)) == len(edits()) == 1


def test_a_student_is_neither_offered_it_nor_let_in(path):
    student = worker("student", team=path.care.team)
    AssignmentFactory(
        care=path.care, worker=student, part="student", until=today() + timedelta(days=30)
    )
    seat = Desk().sit(student)

    assert seat.get(page_of(path)).status_code == 403
    file = seat.get(reverse("pathways:client", args=[path.client.ref])).content.decode()
    assert page_of(path) not in file


def test_a_stranger_cannot_tell_that_the_client_exists(path):
    stranger = Desk().sit(worker())

    assert stranger.get(page_of(path)).status_code == 404
    assert stranger.send(page_of(path), {"nickname": "X", "version": 1}).status_code == 404


def test_the_page_costs_the_same_for_one_and_for_ten(desk, path):
    def add(count):
        for number in range(count):
            path.client.contact_points.create(kind="address", value=f"Koulutie {number}")
            Municipality.objects.first().villages.create(name=f"Kylä {count} {number}")

    add(1)
    one = desk.cost(page_of(path))
    add(9)

    assert desk.cost(page_of(path)) == one <= 9


def test_the_clients_page_leads_here(desk, path):
    html = desk.get(reverse("pathways:client", args=[path.client.ref])).content.decode()

    assert f'href="{page_of(path)}"' in html

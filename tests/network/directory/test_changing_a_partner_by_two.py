"""Row O46: who a partner is and how they are reached is asked for by one and stands when another has agreed."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from network.models import ContactPerson, DirectoryChange, Organisation, Service
from tests.factories import (
    ContactPersonFactory,
    DirectoryChangeFactory,
    OrganisationFactory,
    today,
)
from tests.network.directory.changing import decide, edit, organisation

pytestmark = pytest.mark.django_db


def test_a_number_is_another_only_after_a_second_person(asker, second):
    kela = OrganisationFactory(name="Kela", kind="kela", phone="+358401111111")

    asker.send(edit(kela), organisation())
    kela.refresh_from_db()
    before = kela.phone
    decide(second, "agreed")
    kela.refresh_from_db()

    assert (before, kela.phone) == ("+358401111111", "+358206342650")


def test_one_person_is_not_two(asker):
    asker.send(reverse("network:new-organisation"), organisation())

    answer = decide(asker, "agreed")

    assert answer.status_code == 403
    assert not Organisation.objects.exists()


def test_the_database_knows_it_too():
    change = DirectoryChangeFactory()

    with pytest.raises(IntegrityError, match="two_people_change_a_partner"), transaction.atomic():
        DirectoryChange.objects.filter(pk=change.pk).update(
            outcome="agreed", decided_by=change.asked_by, decided_at=change.asked_at
        )


def test_a_new_service_comes_in_whole(asker, second):
    home = OrganisationFactory()
    fields = {
        "name": "Digineuvonta",
        "kind": "service",
        "usual_wait_days": "14",
        "is_digi_help": "on",
    }
    asker.send(reverse("network:new-service", args=[home.ref]), fields)

    decide(second, "agreed")

    service = Service.objects.get(organisation=home)
    assert (service.name, service.usual_wait_days, service.is_digi_help) == (
        "Digineuvonta",
        14,
        True,
    )
    assert service.wait_told_on == today()


def test_a_person_who_has_left_goes(asker, second):
    person = ContactPersonFactory(name="Anu")
    asker.send(edit(person), {"name": "Anu", "phone": person.phone, "is_gone": "on"})

    decide(second, "agreed")

    assert not ContactPerson.objects.exists()
    assert DirectoryChange.objects.get().outcome == "agreed"


def test_sent_back_with_a_reason_nothing_changes(asker, second):
    asker.send(reverse("network:new-organisation"), organisation())

    silent = decide(second, "declined")
    decide(second, "declined", reason="Numero on väärä.")

    assert silent.status_code == 422
    assert not Organisation.objects.exists()
    assert "Numero on väärä." in asker.get("/network/changes/").context["decided"][0].reason


def test_the_one_who_asked_takes_it_back_and_nobody_else_does(asker, second):
    asker.send(reverse("network:new-organisation"), organisation())

    other = decide(second, "withdrawn")
    decide(asker, "withdrawn")

    assert other.status_code == 403
    assert DirectoryChange.objects.get().outcome == "withdrawn"


def test_what_changed_meanwhile_is_not_written_over(asker, second):
    kela = OrganisationFactory(name="Kela", kind="kela")
    asker.send(edit(kela), organisation())
    Organisation.objects.update(phone="+358409999999")

    answer = decide(second, "agreed")

    kela.refresh_from_db()
    assert (answer.status_code, kela.phone) == (409, "+358409999999")


def test_a_second_change_of_the_same_waits_for_the_first(asker):
    kela = OrganisationFactory(name="Kela", kind="kela")

    first = asker.send(edit(kela), organisation())
    again = asker.send(edit(kela), organisation(name="Kansaneläkelaitos"))

    assert (first.status_code, again.status_code) == (303, 409)
    assert DirectoryChange.objects.count() == 1


def test_two_organisations_of_one_name_do_not_come_in(asker, second):
    OrganisationFactory(name="Kela")
    asker.send(reverse("network:new-organisation"), organisation())

    assert decide(second, "agreed").status_code == 409
    assert DirectoryChange.objects.get().outcome == ""

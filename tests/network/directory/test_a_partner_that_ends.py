"""A partner ends from a day on: it is not offered any more, and its name finds what comes instead."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from network.models import DirectoryChange, Organisation, Service
from tests.factories import OrganisationFactory, ServiceFactory, today
from tests.network.directory.changing import decide, edit, organisation

pytestmark = pytest.mark.django_db


def end(desk, partner, on=None, instead="", why="Siirtyi työllisyysalueelle"):
    on = on or today()
    fields = {"ended_on": f"{on:%d.%m.%Y}", "ended_why": why, "instead": instead}
    return desk.send(reverse("network:end-entry", args=[partner.ref]), fields)


def ended(desk, second, partner, **how):
    assert end(desk, partner, **how).status_code == 303
    assert decide(second, "agreed").status_code == 303


def homes(answer):
    return [home for group in answer.context["directory"].groups for home in group.homes]


@pytest.fixture
def office():
    return OrganisationFactory(name="TE-toimisto", kind="employment")


@pytest.fixture
def area():
    return OrganisationFactory(name="Työllisyysalue", kind="employment")


def test_it_ends_when_a_second_person_has_agreed(asker, second, office, area):
    end(asker, office, instead=f"next_organisation:{area.ref}")
    office.refresh_from_db()
    before = office.ended_on

    decide(second, "agreed")

    office.refresh_from_db()
    assert (before, office.ended_on, office.instead) == (None, today(), area)


def test_the_second_person_sees_what_would_end_and_what_comes_instead(asker, second, office, area):
    end(asker, office, instead=f"next_organisation:{area.ref}")

    change = DirectoryChange.objects.get()
    page = second.get(reverse("network:directory-change", args=[change.ref]))

    told = {line.label: line.after for line in page.context["lines"]}
    assert "Työllisyysalue" in told.values()
    assert "Siirtyi työllisyysalueelle" in told.values()


def test_the_old_name_finds_it_with_the_new_one(asker, second, office, area):
    ended(asker, second, office, instead=f"next_organisation:{area.ref}")

    (found,) = homes(asker.post("/network/", {"q": "te-toimisto"}))

    assert (found.organisation, found.ending.instead, found.ending.is_over) == (office, area, True)
    assert [home.organisation for home in homes(asker.get("/network/"))] == [area]


def test_its_services_end_with_it(asker, second, office):
    ServiceFactory(organisation=office, name="Työnhakijan haastattelu")
    ended(asker, second, office)

    (found,) = homes(asker.post("/network/", {"q": "haastattelu"}))

    assert found.offers[0].ending.of == office
    assert not Service.objects.offered().exists()


def test_a_service_ends_alone_and_another_comes_instead(asker, second, office):
    old = ServiceFactory(organisation=office, name="Työpaja")
    new = ServiceFactory(organisation=office, name="Kuntouttava työtoiminta")
    ended(asker, second, old, instead=f"next_service:{new.ref}")

    offered = homes(asker.get("/network/"))[0].offers
    (found,) = homes(asker.post("/network/", {"q": "työpaja"}))[0].offers

    assert [offer.service for offer in offered] == [new]
    assert (found.service, found.ending.instead) == (old, new)
    assert asker.get(reverse("network:entry", args=[old.ref])).status_code == 200


def test_until_its_day_it_is_offered_and_the_end_is_told(asker, second, office):
    ended(asker, second, office, on=today() + timedelta(days=7))

    (found,) = homes(asker.get("/network/"))

    assert (found.ending.is_over, found.organisation) == (False, office)
    assert Organisation.objects.offered().get() == office


def test_it_is_opened_again_by_two(asker, second, office):
    ended(asker, second, office)
    DirectoryChange.objects.all().delete()

    asker.send(reverse("network:reopen-entry", args=[office.ref]), {})
    decide(second, "agreed")

    office.refresh_from_db()
    assert (office.ended_on, office.ended_why, office.instead) == (None, "", None)


def test_what_is_there_is_not_opened_again(asker, office):
    assert asker.send(reverse("network:reopen-entry", args=[office.ref]), {}).status_code == 422


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"ended_on": ""}, "ended_on"),
        ({"ended_on": "31.2.2026"}, "ended_on"),
        ({"ended_on": "1.1.2035"}, "ended_on"),
        ({"ended_why": ""}, "ended_why"),
        ({"ended_why": "x" * 201}, "ended_why"),
        ({"instead": "next_service:1"}, "instead"),
    ],
)
def test_what_cannot_be_is_told_so_beside_the_field(asker, office, fields, wrong):
    sent = {"ended_on": "1.12.2026", "ended_why": "Siirtyi", "instead": ""} | fields

    answer = asker.send(reverse("network:end-entry", args=[office.ref]), sent)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [wrong])
    assert not DirectoryChange.objects.exists()


def test_nothing_comes_instead_of_itself(asker, office):
    own = ServiceFactory(organisation=office)

    answers = [end(asker, partner, instead=f"next_service:{own.ref}") for partner in (office, own)]

    assert [answer.status_code for answer in answers] == [422, 422]


def test_a_change_of_its_queue_day_stays_when_it_ends(asker, second, office):
    told_on = today() - timedelta(days=30)
    service = ServiceFactory(organisation=office, usual_wait_days=14, wait_told_on=told_on)

    ended(asker, second, service)

    service.refresh_from_db()
    assert (service.ended_on, service.wait_told_on) == (today(), told_on)


def test_a_renamed_one_is_found_by_the_name_that_is_left(asker, second, office):
    asker.send(edit(office), organisation(name="Työllisyysalue", kind="employment"))

    decide(second, "agreed")

    office.refresh_from_db()
    assert (office.name, office.former_names) == ("Työllisyysalue", "TE-toimisto")


def test_the_database_knows_no_reason_without_a_day(office):
    with pytest.raises(IntegrityError, match="organisation_ends_on_a_day"), transaction.atomic():
        Organisation.objects.update(ended_why="Siirtyi")

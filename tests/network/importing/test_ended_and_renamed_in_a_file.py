"""A file that renames leaves the old name findable, and a file does not open again what two people have ended."""

from datetime import timedelta

import pytest

from network.models import Organisation, Service
from tests.factories import OrganisationFactory, ServiceFactory, today
from tests.network.importing.files import bring_in, changes, looked_at, row, table

pytestmark = pytest.mark.django_db


def numbered(name, service="Neuvonta", **columns):
    return row(service, name, "employment", organisation_number="te-1", service_number="te-1-1", **columns)  # fmt: skip


def found(desk, words):
    page = desk.post("/network/", {"q": words}).context["directory"]
    return [home.organisation.name for group in page.groups for home in group.homes]


def test_a_renamed_organisation_is_found_by_its_old_name(bringer, second):
    bring_in(bringer, second, table(numbered("TE-toimisto")))

    _url, page = looked_at(bringer, table(numbered("Työllisyysalue", "Palveluneuvonta")))
    bring_in(bringer, second, table(numbered("Työllisyysalue", "Palveluneuvonta")))

    assert changes(page.changed[0])["Former names"] == ("", "TE-toimisto")
    assert found(bringer, "te-toimisto") == ["Työllisyysalue"]
    assert Service.objects.get().former_names == "Neuvonta"
    assert found(bringer, "neuvonta") == ["Työllisyysalue"]


def test_the_former_names_of_the_file_and_the_name_that_is_left_stand_together(bringer, second):
    bring_in(bringer, second, table(numbered("TE-toimisto")))

    renamed = numbered("Työllisyysalue", organisation_former_names="Työvoimatoimisto")
    bring_in(bringer, second, table(renamed))

    assert Organisation.objects.get().former_names == "TE-toimisto, Työvoimatoimisto"
    _url, page = looked_at(bringer, table(numbered("Työllisyysalue")))
    assert not page.plan.does_something


def test_what_has_ended_is_neither_opened_nor_missed(bringer):
    home = OrganisationFactory(name="Seurakunta", kind="parish")
    ServiceFactory(organisation=home, name="Ruoka-apu", ended_on=today() - timedelta(days=3))

    _url, told = looked_at(bringer, table(row(service_about="", usual_wait_days="3")))
    _url, silent = looked_at(bringer, table(row("Diakonia")))

    assert [title for _where, title, _said in told.bad] == ["Ruoka-apu"]
    assert told.bad[0][2].startswith("In the directory this has ended.")
    assert silent.missing == []


def test_a_service_of_an_organisation_that_has_ended_is_left_out_too(bringer):
    OrganisationFactory(name="Seurakunta", kind="parish", ended_on=today())

    _url, page = looked_at(bringer, table(row()))

    assert not page.plan.does_something
    assert "has ended" in page.bad[0][2]

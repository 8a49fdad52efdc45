"""One brings a file and another confirms it, once: what was shown is done, or nothing (row O46)."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, connections, transaction
from django.utils import timezone

from network.models import DirectoryImport, Organisation, Service
from network.models.directory_import import WAITS_FOR
from network.tasks import forget_files_for_the_directory
from paku.access.roles import Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import OrganisationFactory, worker
from tests.network.importing.files import (
    bring,
    bring_in,
    confirm,
    looked_at,
    ptv,
    row,
    table,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "content",
    [
        table(row(phone="0400000601", places="Viitasaari: Kirkko"), row("B")),
        ptv("organisations", "services", "channels"),
    ],
)
def test_brought_in_again_nothing_changes(bringer, second, content):
    bring_in(bringer, second, content)

    url, page = looked_at(bringer, content)

    assert not page.plan.does_something
    assert "Nothing changes" in bringer.get(url).content.decode()
    assert confirm(second, url).status_code == 422


def test_who_brought_it_does_not_confirm_it(bringer):
    url, _page = looked_at(bringer, table(row()))

    assert "Confirm and bring in" not in bringer.get(url).content.decode()
    assert confirm(bringer, url).status_code == 403
    assert not Organisation.objects.exists()


def test_the_database_holds_the_two_apart_too(bringer):
    looked_at(bringer, table(row()))
    found = DirectoryImport.objects.get()

    with pytest.raises(IntegrityError, match="two_people_bring_a_file_in"), transaction.atomic():
        DirectoryImport.objects.update(
            outcome="done", content=None, decided_by=found.brought_by, decided_at=timezone.now()
        )


def test_a_double_click_does_it_once(bringer, second):
    url, page = looked_at(bringer, table(row()))
    sheet, seen = uuid.uuid4(), page.plan.fingerprint

    answers = [confirm(second, url, fingerprint=seen, sheet=sheet) for _click in range(2)]

    assert [(answer.status_code, answer.url) for answer in answers] == [(303, url)] * 2
    assert Entry.objects.filter(deed="network.import_done").count() == 1


def test_of_two_tabs_the_second_is_told_that_it_is_done(bringer, second):
    url, page = looked_at(bringer, table(row()))

    confirm(second, url, fingerprint=page.plan.fingerprint)
    late = confirm(second, url, fingerprint=page.plan.fingerprint)

    assert late.status_code == 409
    assert "This file has already been decided on." in late.content.decode()


@pytest.mark.parametrize(
    "meanwhile",
    [
        lambda food: Service.objects.filter(pk=food.pk).update(opening="pe 9–10"),
        lambda food: Service.objects.create(organisation=food.organisation, name="Leirit"),
        lambda food: OrganisationFactory(name="Kahvila ry"),
    ],
)
def test_a_directory_that_has_changed_meanwhile_is_not_touched(bringer, second, meanwhile):
    food = Service.objects.create(
        organisation=OrganisationFactory(name="Seurakunta"), name="Ruoka-apu"
    )
    content = table(
        row(organisation_kind="", opening="ti 10–12"), row("Kahvit", "Kahvila ry", "association")
    )
    url, page = looked_at(bringer, content)
    meanwhile(food)

    answer = confirm(second, url, fingerprint=page.plan.fingerprint)

    assert answer.status_code == 409
    assert "The directory has changed since this was shown" in answer.content.decode()
    assert not Service.objects.filter(opening="ti 10–12").exists()
    assert confirm(second, url).status_code == 303  # having looked again


def test_one_row_that_the_database_refuses_and_nothing_at_all_comes(own_database):
    bringer, second = (
        Desk().sit(worker(role, language="en")) for role in (Role.MAIN_USER, Role.SUPERVISOR)
    )
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "ALTER TABLE network_service ADD CONSTRAINT no_dancing CHECK (name <> 'Tanssit')"
        )
    url, page = looked_at(
        bringer, table(row("Ruoka-apu"), row("Kahvila", "Kylä ry", "association"), row("Tanssit"))
    )

    answer = confirm(second, url, fingerprint=page.plan.fingerprint)

    assert answer.status_code == 409
    assert "nothing at all was brought in" in answer.content.decode()
    assert not Organisation.objects.exists()
    assert DirectoryImport.objects.get().outcome == ""


@pytest.mark.parametrize("fingerprint", ["", "0" * 64, "g" * 64, "0" * 63, "' or 1"])
def test_nothing_is_confirmed_unseen(bringer, second, fingerprint):
    url, _page = looked_at(bringer, table(row()))

    answer = second.send(url, {"fingerprint": fingerprint})

    assert answer.status_code in (409, 422)
    assert not Organisation.objects.exists()


def test_the_same_file_waits_once_and_the_same_sheet_with_another_file_is_told(bringer, second):
    sheet = uuid.uuid4()

    first, twin = bring(bringer, table(row()), sheet=sheet), bring(second, table(row()))
    other = bring(bringer, table(row("Muu")), sheet=sheet)

    assert (twin.url, other.status_code) == (first.url, 409)
    assert DirectoryImport.objects.count() == 1


def test_it_is_put_aside(bringer, second):
    url, _page = looked_at(bringer, table(row()))

    second.post(f"{url}aside/")

    assert (DirectoryImport.objects.get().outcome, DirectoryImport.objects.get().content) == (
        "withdrawn",
        None,
    )
    assert second.post(f"{url}aside/").status_code == 409


def test_a_file_that_nobody_confirms_is_forgotten(bringer):
    looked_at(bringer, table(row()))
    forget_files_for_the_directory()
    assert DirectoryImport.objects.count() == 1

    DirectoryImport.objects.update(brought_at=timezone.now() - WAITS_FOR - timedelta(hours=1))
    forget_files_for_the_directory()

    assert not DirectoryImport.objects.exists()


def test_the_trail_tells_who_brought_it_and_who_confirmed(bringer, second):
    bring_in(bringer, second, table(row()))

    brought, done = Entry.objects.filter(deed__startswith="network.import").order_by("pk")
    assert (brought.actor_ref, done.actor_ref) == (bringer.user.ref, bringer.user.ref)
    assert (done.approver_ref, done.details["new"]) == (second.user.ref, 2)

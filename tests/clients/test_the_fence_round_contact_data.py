"""Row-level security round protected contact data: raw SQL as the application, without any view in between."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from clients.models import Client, ContactPoint, Municipality
from clients.models.contact import contact_data_shown
from paku.access.roles import Role
from paku.kit.context import enter
from tests.clients.guarded import guard
from tests.clients.standings import excluded_officer, officer
from tests.factories import CareFactory, PathFactory, worker

pytestmark = pytest.mark.django_db


def seen(table="clients_contactpoint"):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]


@pytest.fixture
def protected(path):
    guard(path, by=path.care.own_worker)
    return path


def test_without_turvakielto_the_own_worker_sees_the_rows(path):
    path.client.contact_points.create(kind="phone", value="+358401234567")

    enter(path.care.own_worker.pk)

    assert seen() == 1


def test_with_turvakielto_the_own_worker_sees_none_but_in_the_click(protected):
    enter(protected.care.own_worker.pk)

    assert (seen(), seen("clients_protectedplace")) == (0, 0)
    with contact_data_shown(protected.client):
        assert (seen(), seen("clients_protectedplace")) == (2, 1)
    assert (seen(), seen("clients_protectedplace")) == (0, 0)


def test_a_click_on_one_client_shows_no_other(protected):
    other = PathFactory(care__own_worker=protected.care.own_worker, care__team=protected.care.team)

    enter(protected.care.own_worker.pk)
    with contact_data_shown(other.client):
        assert (seen(), seen("clients_protectedplace")) == (0, 0)


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.MAIN_USER, Role.PRIVACY_OFFICER])
def test_naming_the_client_helps_nobody_who_does_not_work_with_them(protected, role):
    enter(worker(role).pk)

    with contact_data_shown(protected.client):
        assert (seen(), seen("clients_protectedplace")) == (0, 0)


def test_what_is_not_shown_cannot_be_changed_or_added_to(protected):
    enter(protected.care.own_worker.pk)

    with connection.cursor() as cursor:
        cursor.execute("UPDATE clients_contactpoint SET value = 'x'")
        assert cursor.rowcount == 0
        cursor.execute("DELETE FROM clients_protectedplace")
        assert cursor.rowcount == 0
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        ContactPoint.objects.create(client=protected.client, kind="phone", value="+358401234567")


def test_the_clients_own_row_can_hold_no_place_under_turvakielto(protected):
    place = Municipality.objects.get(name="Pihtipudas")

    with pytest.raises(IntegrityError, match="a_protected_place_is_behind"), transaction.atomic():
        Client.objects.filter(pk=protected.client.pk).update(municipality=place)


def test_an_overseer_who_is_shut_out_does_not_see_the_person(path):
    overseer, shut = officer(path), excluded_officer(path)

    enter(overseer.pk)
    assert seen("clients_client") == 1
    enter(shut.pk)
    assert seen("clients_client") == 0


@pytest.mark.django_db(transaction=True)
def test_a_click_leaves_nothing_on_its_connection():
    care = CareFactory()
    care.client.contact_points.create(kind="phone", value="+358401234567")
    Client.objects.filter(pk=care.client.pk).update(is_protected=True)
    with transaction.atomic():
        enter(care.own_worker.pk)
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('paku.revealed', %s, true)", [str(care.client.pk)])
        assert seen() == 1
    with transaction.atomic():
        enter(care.own_worker.pk)
        assert seen() == 0

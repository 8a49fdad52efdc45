"""Row-level security holds by itself: raw SQL as the application, without any view or queryset in between."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, connections, transaction

from clients.models.exclusion import Exclusion
from paku.access.roles import Role
from paku.kit.context import enter
from tests.factories import (
    AssignmentFactory,
    CareFactory,
    OwnWordsFactory,
    PathFactory,
    StepFactory,
    VisitFactory,
    worker,
)

pytestmark = pytest.mark.django_db

OF_ONE_CLIENT = (
    "clients_client",
    "clients_carerelationship",
    "clients_ownworkerperiod",
    "clients_ownwords",
    "network_step",
    "pathways_pathway",
    "pathways_stagemove",
    "pathways_visit",
    "pathways_visittext",
)


def rows_of(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]


@pytest.fixture
def path():
    path = PathFactory()
    VisitFactory(path=path)
    StepFactory(client=path.client)
    OwnWordsFactory(client=path.client)
    return path


def everything() -> set[int]:
    return {rows_of(table) for table in OF_ONE_CLIENT}


def test_whoever_names_nobody_sees_no_row(path):
    assert everything() == {1}

    enter(None)

    assert everything() == {0}


def test_the_own_worker_sees_the_file(path):
    enter(path.care.own_worker.pk)

    assert everything() == {1}


def test_another_teams_worker_sees_nothing(path):
    enter(worker().pk)

    assert everything() == {0}


def test_a_colleague_sees_who_is_responsible_and_no_more(path):
    enter(worker(team=path.care.team).pk)

    seen = {table for table in OF_ONE_CLIENT if rows_of(table)}
    assert seen == {
        "clients_client",
        "clients_carerelationship",
        "clients_ownworkerperiod",
        "pathways_pathway",
    }


def test_the_supervisor_sees_stages_and_steps_but_no_texts(path):
    enter(worker(Role.SUPERVISOR, team=path.care.team).pk)

    seen = {table for table in OF_ONE_CLIENT if rows_of(table)}
    assert seen == {
        "clients_client",
        "clients_carerelationship",
        "clients_ownworkerperiod",
        "network_step",
        "pathways_pathway",
    }


def test_a_near_worker_sees_no_visits_but_their_own(path):
    jarjesto = worker(Role.NEAR_WORKER)
    AssignmentFactory(care=path.care, worker=jarjesto, part="near_worker")
    own = VisitFactory(path=path, worker=jarjesto)

    enter(jarjesto.pk)

    assert rows_of("pathways_visit") == rows_of("pathways_visittext") == 1
    assert rows_of("clients_ownwords") == 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM pathways_visit")
        assert cursor.fetchone() == (own.pk,)


@pytest.mark.parametrize("role", [Role.MAIN_USER, Role.PRIVACY_OFFICER])
def test_those_who_run_and_watch_read_no_file(path, role):
    enter(worker(role).pk)

    read = {table for table in OF_ONE_CLIENT if rows_of(table)}
    names = {"clients_client", "clients_carerelationship", "clients_ownworkerperiod"}
    assert read == (names if role == Role.PRIVACY_OFFICER else set())


def test_an_exclusion_shuts_even_the_own_worker_out(path):
    own_worker = path.care.own_worker
    Exclusion.objects.create(
        client=path.client, user=own_worker, reason="relative", added_by=worker()
    )

    enter(own_worker.pk)

    assert everything() == {0}


def test_a_restricted_file_is_open_to_the_named_only(path):
    path.client.is_restricted = True
    path.client.save()

    enter(path.care.own_worker.pk)
    assert everything() == {0}

    enter(None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('paku.actor', 'system:test', true)")
    path.client.admissions.create(user=path.care.own_worker, admitted_by=path.care.own_worker)
    enter(path.care.own_worker.pk)
    assert everything() == {1}


def test_what_is_not_seen_cannot_be_changed_or_taken(path):
    enter(worker().pk)

    with connection.cursor() as cursor:
        cursor.execute("UPDATE clients_client SET nickname = 'toinen'")
        assert cursor.rowcount == 0
        cursor.execute("DELETE FROM pathways_visittext")
        assert cursor.rowcount == 0


def test_nothing_is_written_into_a_strangers_file(path):
    enter(worker().pk)

    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        OwnWordsFactory.build(client=path.client, heard_by=path.care.own_worker).save()


@pytest.mark.django_db(transaction=True)
def test_a_request_leaves_nothing_on_its_connection():
    care = CareFactory()
    with transaction.atomic():
        enter(care.own_worker.pk)
        assert rows_of("clients_client") == 1
    connection.close()  # a web process's connection is not named
    connections["default"].connect()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('paku.actor', '', false)")
        enter(care.own_worker.pk)
        assert rows_of("clients_client") == 1

    assert rows_of("clients_client") == 0

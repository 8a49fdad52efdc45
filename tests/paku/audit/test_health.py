"""What the load balancer asks."""

import psycopg
import pytest

pytestmark = pytest.mark.django_db


def test_alive(client):
    assert client.get("/health/live/").json() == {"live": True}


def test_ready_when_the_database_answers_and_is_migrated(client):
    answer = client.get("/health/ready/")

    assert (answer.status_code, answer.json()) == (
        200,
        {"ready": True, "database": True, "migrated": True},
    )


def test_not_ready_before_the_migrations_are_run(client, own_database):
    with psycopg.connect(own_database.environment["DATABASE_OWNER_URL"]) as owner:
        owner.execute(
            "DELETE FROM django_migrations WHERE id = (SELECT max(id) FROM django_migrations WHERE app = 'audit')"
        )

    answer = client.get("/health/ready/")

    assert (answer.status_code, answer.json()["migrated"]) == (503, False)

"""Workers of ours, those who have left and other people's members are not changed from the page."""

from datetime import timedelta

import pytest

from paku.audit.models import Entry
from tests.factories import (
    MemberFactory,
    PathFactory,
    today,
    worker,
)
from tests.network.membership import page, told

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["edit-member", "end-member"])
def test_what_has_ended_stays_as_it_was(desk, path, name):
    yesterday = today() - timedelta(days=1)
    gone = MemberFactory(client=path.client, name="Dora Diakoni", until=yesterday)
    fields = told(until=today().isoformat(), name="Toinen", seen="x")

    assert desk.get(page(path, name, gone)).status_code == 409
    assert desk.send(page(path, name, gone), fields).status_code == 409
    assert Entry.objects.filter(details__why="member_ended").count() == 2
    gone.refresh_from_db()
    assert (gone.name, gone.until) == ("Dora Diakoni", yesterday)


@pytest.mark.parametrize("name", ["edit-member", "end-member"])
def test_a_worker_of_ours_is_not_changed_here(desk, path, name):
    pair = worker(team=path.care.team)
    ours = MemberFactory(client=path.client, kind="worker", user=pair, name=pair.name)
    fields = told(until=today().isoformat(), name="Toinen")

    assert desk.get(page(path, name, ours)).status_code == 422
    assert desk.send(page(path, name, ours), fields).status_code == 422
    assert f'href="{page(path, name, ours)}"' not in desk.get(page(path)).content.decode()
    assert Entry.objects.filter(details__why="worker_member").count() == 2
    ours.refresh_from_db()
    assert (ours.name, ours.until) == (pair.name, None)


@pytest.mark.parametrize("name", ["edit-member", "end-member"])
def test_a_member_of_another_client_is_not_found(desk, path, name):
    elsewhere = MemberFactory(client=PathFactory(care__own_worker=desk.user).client)

    assert desk.get(page(path, name, elsewhere)).status_code == 404
    assert desk.send(page(path, name, elsewhere), told()).status_code == 404

"""When an account ends, what it had open ends with it, and each end is on the trail of the client."""

import pytest
from django.urls import reverse

from clients.actions.emergencies import end_what_has_run_out
from paku.access.roles import Role
from paku.audit.models import Entry
from tests.clients.emergencies import fresh
from tests.factories import BreakGlassFactory, StandInFactory, worker

pytestmark = pytest.mark.django_db


def test_each_end_is_on_the_trail_and_only_once():
    leaving, main_user = worker(), worker(Role.MAIN_USER)
    opened = {
        "clients.stand_in_ended": StandInFactory(worker=leaving),
        "clients.emergency_ended": BreakGlassFactory(worker=leaving),
    }
    others = BreakGlassFactory()

    answer = fresh(main_user).send(reverse("access:end-account", args=[leaving.ref]), {})
    end_what_has_run_out()

    assert answer.status_code == 303
    for deed, opening in opened.items():
        entry = Entry.objects.get(deed=deed)
        assert (entry.client_refs, entry.object_ref) == ([opening.client.ref], str(opening.ref))
        assert (entry.actor_ref, entry.details) == (main_user.ref, {"how": "with_account"})
    others.refresh_from_db()
    assert others.ended_at is None

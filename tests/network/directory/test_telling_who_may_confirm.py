"""Who may be the second person is told at once, the asker of what became of it, and after two weeks both once more."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.urls import reverse

from network.actions.directory_changes import tell_again
from network.models import DirectoryChange
from paku.access.roles import Role
from paku.reminders.models import Delivery
from tests.desk import Desk
from tests.factories import DirectoryChangeFactory, today, worker
from tests.network.directory.changing import decide, organisation
from tests.network.importing.files import bring, confirm, row, table

pytestmark = pytest.mark.django_db

NEW = "network:new-organisation"


def notices(desk):
    found = Delivery.objects.notices_for(desk.user).filter(kind__startswith="directory_")
    return [(one.kind, one.reference) for one in found]


def told(desk, page="/network/"):
    return [one.about for group in desk.get(page).context["told"] for one in group.told]


def test_those_who_may_confirm_are_told_and_the_asker_is_not(asker, second):
    others = [Desk().sit(worker(role)) for role in (Role.SOCIAL_WORKER, Role.PRIVACY_OFFICER)]
    asker.send(reverse(NEW), organisation())

    change = DirectoryChange.objects.get()
    assert notices(second) == [("directory_change_waits", change.ref)]
    assert [notices(desk) for desk in (asker, *others)] == [[], [], []]


def test_a_supervisor_sees_it_on_the_caseload_and_by_the_directory(asker, second):
    asker.send(reverse(NEW), organisation())
    change = DirectoryChange.objects.get()

    assert told(second, reverse("pathways:caseload")) == [change]
    assert told(second) == [change]


def test_it_goes_when_it_has_been_decided_and_the_asker_is_told(asker, second):
    asker.send(reverse(NEW), organisation())
    decide(second, "agreed")

    change = DirectoryChange.objects.get()
    assert told(second) == []
    assert notices(asker) == [("directory_change_agreed", change.ref)]
    assert told(asker) == [change]


def test_a_no_tells_its_reason(asker, second):
    asker.send(reverse(NEW), organisation())
    decide(second, "declined", reason="Numero on väärä.")

    assert "Numero on väärä." in asker.get("/network/").content.decode()


def test_a_second_send_tells_nobody_twice(asker, second):
    for _time in range(2):
        asker.send(reverse(NEW), organisation(), sheet="5c0a7d0e-30a0-4b59-9c48-6c1f6f9c0001")

    assert len(notices(second)) == 1


def test_after_two_weeks_both_are_told_once_more_and_it_waits_on(asker, second):
    change = DirectoryChangeFactory(asked_by=asker.user)
    DirectoryChange.objects.update(asked_at=F("asked_at") - timedelta(days=15))

    assert [tell_again(today()), tell_again(today())] == [1, 1]

    still = [("directory_change_still_waits", change.ref)]
    assert (notices(asker), notices(second)) == (still, still)
    ((shown, days),) = second.get(reverse("network:directory-changes")).context["waiting"]
    assert (shown, days in (15, 16)) == (change, True)  # when the clocks have been set between
    assert decide(second, "agreed").status_code == 303


def test_within_two_weeks_nobody_is_told_again(asker):
    DirectoryChangeFactory(asked_by=asker.user)

    assert tell_again(today()) == 0


def test_a_file_that_waits_is_told_of_and_what_became_of_it(asker, second):
    url = bring(asker, table(row())).url
    waiting = [kind for kind, _ref in notices(second)]

    confirm(second, url)

    assert waiting == ["directory_file_waits"]
    assert [kind for kind, _ref in notices(asker)] == ["directory_file_done"]
    assert (len(told(asker)), told(second)) == (1, [])


def test_a_file_put_aside_by_another_is_told_of(asker, second):
    url = bring(asker, table(row())).url

    second.post(f"{url}aside/")

    assert [kind for kind, _ref in notices(asker)] == ["directory_file_aside"]


def test_whoever_may_not_confirm_any_more_is_not_told(asker, second):
    asker.send(reverse(NEW), organisation())
    second.user.memberships.update(role=Role.SOCIAL_WORKER)

    assert not any(group.told for group in second.get("/").context["told"])


def test_the_directory_says_how_many_of_each_wait(asker, second):
    bring(asker, table(row()))
    for _time in range(2):
        DirectoryChangeFactory(asked_by=asker.user)

    assert second.get("/network/").context["waiting"] == {"changes": 2, "files": 1}
    assert "(2)" in second.get("/network/").content.decode()

"""Who may see a member is asked with the rest of what is told of them, and how it was earlier is kept."""

from datetime import timedelta

import pytest

from tests.desk import Desk
from tests.factories import AssignmentFactory, MemberFactory, today
from tests.network.membership import page, told
from tests.network.test_correcting_a_member import corrected

pytestmark = pytest.mark.django_db


def test_visibility_is_told_when_somebody_comes_and_changed_later_with_its_history(desk, path):
    desk.send(page(path, "add-member"), told(visibility="workers"))
    sister = path.client.members.get(name="Sisko Esimerkki")
    fields = corrected(desk, path, sister, visibility="own_worker", role="isosisko")

    assert desk.send(page(path, "edit-member", sister), fields).status_code == 303

    versions = sister.told.order_by("pk").values_list("visibility", "role")
    assert [*versions] == [("workers", "sisko"), ("own_worker", "isosisko")]
    events = desk.get(page(path, "member-history")).context["events"]
    assert {event.what for event in events if event.member == sister} == {
        "came", "role", "visibility",
    }  # fmt: skip


def test_somebody_from_before_keeps_how_it_was(desk, path, deacon):
    desk.send(page(path, "edit-member", deacon), corrected(desk, path, deacon, tasks="Kahvit"))

    first, second = deacon.told.order_by("pk")
    assert (first.tasks, first.on, second.tasks) == ("Ruokajako", deacon.since, "Kahvit")


def test_who_would_not_see_them_any_more_cannot_hide_them(path, deacon):
    seat = Desk().sit(AssignmentFactory(care=path.care).worker)
    fields = corrected(seat, path, deacon, visibility="own_worker")

    answer = seat.send(page(path, "edit-member", deacon), fields)

    assert (answer.status_code, "visibility" in answer.context["form"].errors) == (422, True)


def test_a_sheet_without_the_question_leaves_it_as_it_is(desk, path, deacon):
    deacon.visibility = "workers"
    deacon.save()
    fields = corrected(desk, path, deacon, tasks="Yöpaikka")
    del fields["visibility"]

    desk.send(page(path, "edit-member", deacon), fields)

    deacon.refresh_from_db()
    assert (deacon.tasks, deacon.visibility) == ("Yöpaikka", "workers")


def test_who_came_and_went_is_told_newest_first(desk, path):
    gone = MemberFactory(client=path.client, until=today() - timedelta(days=3))

    events = desk.get(page(path, "member-history")).context["events"]

    assert [(event.what, event.member) for event in events][-2:] == [("went", gone), ("came", gone)]

"""How close somebody is, how strong the tie is, whom they talk to: said by the client, kept by days."""

from datetime import timedelta

import pytest

from network.models import Talk, Tie
from paku.audit.models import Entry
from tests.factories import MemberFactory, PathFactory, today
from tests.network.membership import page

pytestmark = pytest.mark.django_db


def placed(desk, path, member, **fields):
    """The sheet as it was opened, with some of it chosen otherwise."""
    form = desk.get(page(path, "tie", member)).context["form"]
    known = {"ring": "2", "strength": "ordinary", "sector": "close", "seen": form["seen"].value()}
    return known | fields


def test_a_place_is_told_with_whom_they_talk_to(desk, path, sister, deacon):
    fields = placed(desk, path, deacon, ring="1", sector="community", talks_with=[str(sister.ref)])

    answer = desk.send(page(path, "tie", deacon), fields)

    assert (answer.status_code, answer.url) == (303, page(path, "map"))
    tie = Tie.objects.get(member=deacon)
    assert (tie.ring, tie.sector, tie.since, tie.until) == (1, "community", today(), None)
    assert {Talk.objects.get().one, Talk.objects.get().other} == {sister, deacon}
    assert Entry.objects.get(deed="network.tie_told").details == {"ring": 1, "talks": 1}


def test_another_place_ends_the_earlier_one_and_keeps_it(desk, path, sister, talk):
    desk.send(page(path, "tie", sister), placed(desk, path, sister, ring="3"))

    old, new = Tie.objects.filter(member=sister).order_by("since")
    assert (old.ring, old.until) == (1, today() - timedelta(days=1))
    assert (new.ring, new.since) == (3, today())
    talk.refresh_from_db()
    assert talk.until == today() - timedelta(days=1)


def test_a_slip_of_today_leaves_no_trace_on_the_map(desk, path, deacon):
    desk.send(page(path, "tie", deacon), placed(desk, path, deacon, ring="1"))
    desk.send(page(path, "tie", deacon), placed(desk, path, deacon, ring="2"))

    assert [tie.ring for tie in Tie.objects.filter(member=deacon)] == [2]


def test_somebody_is_taken_off_the_map(desk, path, sister):
    desk.send(page(path, "tie", sister), placed(desk, path, sister, ring="0"))

    assert not Tie.objects.filter(member=sister, until=None).exists()
    assert [m.name for m in desk.get(page(path, "map")).context["now"].unplaced] == [sister.name]


def test_nothing_changed_leaves_no_deed(desk, path, sister):
    fields = placed(desk, path, sister, ring="1", strength="strong")

    assert desk.send(page(path, "tie", sister), fields).status_code == 303
    assert not Entry.objects.filter(deed="network.tie_told").exists()


def test_who_comes_second_is_told_of_the_other(desk, path, sister):
    late = placed(desk, path, sister, ring="3")
    desk.send(page(path, "tie", sister), placed(desk, path, sister, ring="2"))

    assert desk.send(page(path, "tie", sister), late).status_code == 409
    assert Tie.objects.get(member=sister, until=None).ring == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [("ring", ""), ("ring", "4"), ("ring", "-1"), ("ring", "1 OR 1"), ("strength", "iron"),
     ("sector", "<b>"), ("talks_with", ["not-a-ref"])],
)  # fmt: skip
def test_a_choice_that_is_none_is_refused_beside_its_field(
    desk, path, sister, deacon, field, value
):
    answer = desk.send(page(path, "tie", sister), placed(desk, path, sister, **{field: value}))

    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {field}


def test_nobody_of_another_person_can_be_talked_to(desk, path, sister, deacon):
    other = PathFactory(care__own_worker=desk.user, care__team=path.care.team)
    stranger = MemberFactory(client=other.client)

    fields = placed(desk, path, sister, talks_with=[str(stranger.ref)])

    assert desk.send(page(path, "tie", sister), fields).status_code == 422
    assert desk.get(page(path, "tie", stranger)).status_code == 404


def test_an_ended_membership_has_no_sheet(desk, path, sister):
    sister.until = today() - timedelta(days=1)
    sister.save()

    assert desk.get(page(path, "tie", sister)).status_code == 409


def test_a_sheet_that_is_sent_twice_is_saved_once(desk, path, deacon):
    fields = placed(desk, path, deacon, submission_id="6f0c1d2e-0000-4000-8000-000000000001")

    first, second = (desk.send(page(path, "tie", deacon), fields) for _ in range(2))

    assert (first.status_code, second.status_code) == (303, 303)
    assert Entry.objects.filter(deed="network.tie_told").count() == 1

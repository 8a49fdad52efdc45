"""A path that ends otherwise than by a controlled exit: told honestly, and nothing open is lost (rows S1, S2)."""

import pytest

from clients.models import OwnWorkerPeriod
from network.models import Step
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.reminders.sources import nudges_for
from pathways.models import PathEnd, Pathway
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    MemberFactory,
    PathFactory,
    StepFactory,
    today,
    worker,
)
from tests.pathways.leaving import a_try, an_end, end_of
from tests.pathways.lists import days, shown, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(team):
    own = worker(Role.SOCIAL_WORKER, team=team, name="Katri Omatyöntekijä")
    return PathFactory(care__own_worker=own, care__team=team)


@pytest.fixture
def desk(path):
    return Desk().sit(path.care.own_worker)


def test_the_end_is_told_with_its_ground_its_words_and_who_carries_on(desk, path):
    answer = desk.send(end_of(path), an_end())

    assert (answer.status_code, answer["Location"]) == (303, f"{path.get_absolute_url()}?saved=end")
    end = PathEnd.objects.get(path=path)
    assert (end.words, end.what_remains, end.by) == (
        "Muutti tyttären luo Ouluun.",
        "Oulun aikuissosiaalityö ottaa yhteyttä.",
        desk.user,
    )
    page = text(desk.get(answer["Location"]))
    assert "Muutti tyttären luo Ouluun." in page
    assert "Oulun aikuissosiaalityö ottaa yhteyttä." in page


def test_the_care_relationship_ends_with_it_for_all_who_worked_with_the_person(desk, path):
    pair = AssignmentFactory(care=path.care)
    near = AssignmentFactory(care=path.care, near_worker=True)
    mine = MemberFactory(
        client=path.client, kind="worker", user=desk.user, name="Katri", role="omatyöntekijä"
    )
    partner = MemberFactory(client=path.client)

    desk.send(end_of(path), an_end())

    path.care.refresh_from_db()
    assert (path.care.ended_on, path.care.ending, path.care.own_worker) == (
        today(), "moved", desk.user
    )  # fmt: skip
    for row in (pair, near, mine, OwnWorkerPeriod.objects.get(care=path.care)):
        row.refresh_from_db()
        assert row.until == today()
    partner.refresh_from_db()
    assert partner.until is None


def test_every_open_step_is_decided_of(desk, path):
    partner = MemberFactory(client=path.client, name="Pekka Velkaneuvoja")
    steps = [
        StepFactory(client=path.client, what=what, due_on=days(number))
        for number, what in enumerate(("Tehty", "Turha", "Oma", "Pekan"), start=1)
    ]
    chosen = dict(zip(steps, ("done", "dropped", "client", str(partner.ref)), strict=True))

    answer = desk.send(
        end_of(path), an_end(**{f"step_{step.ref}": how for step, how in chosen.items()})
    )

    assert answer.status_code == 303
    left = list(Step.objects.open().values_list("what", "doer__name"))
    assert left == [("Oma", None), ("Pekan", "Pekka Velkaneuvoja")]
    assert Step.objects.get(what="Turha").outcome
    deeds = Entry.objects.filter(client_refs=[path.client.ref]).values_list("deed", flat=True)
    assert {"network.step_done", "network.step_dropped", "network.step_handed_on"} <= set(deeds)


def test_a_step_that_is_not_decided_of_stops_the_end_beside_its_field(desk, path):
    step = StepFactory(client=path.client)

    answer = desk.send(end_of(path), an_end())

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [f"step_{step.ref}"])
    assert "Muutti tyttären luo Ouluun." in text(answer)
    assert Pathway.objects.get().is_open


def test_a_step_agreed_meanwhile_in_another_tab_is_asked_about_too(desk, path):
    sheet = an_end()
    StepFactory(client=path.client, what="Sovittiin juuri äsken")

    answer = desk.send(end_of(path), sheet)

    assert answer.status_code == 422
    assert "Sovittiin juuri äsken" in text(answer)


def test_our_own_workers_are_no_carriers_of_what_remains(desk, path):
    MemberFactory(client=path.client, kind="worker", user=desk.user, name="Katri", role="oma")
    step = StepFactory(client=path.client)

    form = desk.get(end_of(path)).context["form"]

    values = [value for value, _label in form.fields[f"step_{step.ref}"].choices]
    assert values == ["", "done", "dropped", "client"]


def test_nobody_is_reminded_of_what_others_carry_after_the_end(desk, path):
    step = StepFactory(client=path.client, due_on=today())
    before = nudges_for(desk.user, today())
    desk.send(end_of(path), an_end(**{f"step_{step.ref}": "client"}))

    assert (len(before) > 0, nudges_for(desk.user, today())) == (True, [])
    assert Step.objects.get().is_open


def test_passed_on_asks_for_the_receipt(desk, path):
    bare = desk.send(end_of(path), an_end(ground="passed_on"))
    whole = desk.send(
        end_of(path),
        an_end(ground="passed_on", received_by="Mirja, Oulu", received_on=shown(today())),
    )

    assert list(bare.context["form"].errors) == ["received_by", "received_on"]
    assert whole.status_code == 303
    assert (PathEnd.objects.get().received_by, PathEnd.objects.get().received_on) == (
        "Mirja, Oulu",
        today(),
    )


def test_not_reached_needs_a_try_and_counts_them(desk, path):
    bare = desk.send(end_of(path), an_end(ground="not_reached"))
    a_try(path, days_ago=9)
    a_try(path, days_ago=2)
    shown_days = desk.get(end_of(path)).context["tries"]
    whole = desk.send(end_of(path), an_end(ground="not_reached"))

    assert (bare.status_code, list(bare.context["form"].errors)) == (422, ["ground"])
    assert shown_days == [days(-2), days(-9)]
    assert (whole.status_code, PathEnd.objects.get().tries) == (303, 2)


@pytest.mark.parametrize("name", ["ground", "on", "how_it_ended"])
def test_what_is_missing_is_asked_for_beside_its_field(desk, path, name):
    answer = desk.send(end_of(path), an_end(**{name: ""}))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [name])


@pytest.mark.parametrize("ahead", [1, -200])
def test_a_day_ahead_or_before_the_last_move_is_refused_beside_the_field(desk, path, ahead):
    answer = desk.send(end_of(path), an_end(on=shown(days(ahead))))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["on"])

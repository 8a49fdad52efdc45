"""Why a person is outside services (row S2): marked in three taps, told on the path and on the first page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from clients.models import Municipality, Village
from paku.access.roles import Role
from paku.audit.models import Entry
from pathways.models import BreakKind, PathBreak, Pathway, StageMove
from pathways.models.break_kind import BreakGroup
from tests.desk import Desk
from tests.factories import AssignmentFactory, PathBreakFactory, StandInFactory, today, worker
from tests.pathways.breaks.sheets import a_break, sheet_for
from tests.pathways.lists import days, shown

pytestmark = pytest.mark.django_db


def test_every_reason_of_the_founding_papers_is_offered_in_its_group(desk, path):
    groups = desk.get(sheet_for(path)).context["form"].fields["kind"].choices

    assert [label for label, _ in groups] == [str(group.label) for group in BreakGroup]
    offered = {code for _, pairs in groups for code, _ in pairs}
    assert offered == set(BreakKind.objects.values_list("code", flat=True))
    assert {"missing", "insufficient", "wrong_kind", "distance", "right_not_known", "no_strength",
            "no_words", "digital", "queue", "passed_around"} <= offered  # fmt: skip


def test_a_kind_that_has_ended_is_offered_no_more_and_what_was_marked_keeps_its_words(desk, path):
    marked = PathBreakFactory(path=path, kind=BreakKind.objects.get(code="hours"))
    BreakKind.objects.filter(code="hours").update(until=days(-1))

    assert 'value="hours"' not in desk.get(sheet_for(path)).content.decode()
    assert desk.send(sheet_for(path), a_break(kind="hours")).status_code == 422
    assert marked.kind.label in desk.get(path.get_absolute_url()).content.decode().lower()


def test_the_kind_alone_is_enough(desk, path):
    viitasaari = Municipality.objects.get(code="931")
    path.client.municipality = viitasaari
    path.client.village = Village.objects.create(municipality=viitasaari, name="Testikylä")
    path.client.save()
    form = desk.get(sheet_for(path)).context["form"]
    filled_in = {name: form[name].value() for name in ("place", "since")}

    answer = desk.send(sheet_for(path), a_break(kind="queue", **filled_in))

    assert (answer.status_code, answer["Location"]) == (
        303,
        f"{reverse('pathways:client', args=[path.client.ref])}?saved=break",
    )
    marked = PathBreak.objects.get()
    assert (marked.kind.code, marked.path, marked.author, marked.stage, marked.since) == (
        "queue", path, desk.user, path.stage, today(),
    )  # fmt: skip
    assert (marked.village.name, marked.municipality.code) == ("Testikylä", "931")
    entry = Entry.objects.get(deed="pathways.break_marked")
    assert (entry.client_refs, entry.details) == ([path.client.ref], {"kind": "queue"})


def test_of_a_person_with_turvakielto_no_place_is_asked_kept_or_shown(desk, path):
    viitasaari = Municipality.objects.get(code="931")
    before = PathBreakFactory(path=path, municipality=viitasaari)
    path.client.is_protected = True
    path.client.save()

    assert "place" not in desk.get(sheet_for(path)).context["form"].fields
    assert desk.send(sheet_for(path), a_break(place="m-931")).status_code == 303
    assert PathBreak.objects.exclude(pk=before.pk).get().municipality is None
    assert PathBreak.objects.told().get(pk=before.pk).place == ""


def test_a_break_belongs_to_the_stage_in_which_it_began(desk, path):
    StageMove.objects.create(path=path, stage="tapering", on=days(-5), by=desk.user)
    Pathway.objects.filter(pk=path.pk).update(stage="tapering", stage_since=days(-5))

    for ago in (2, 20, 900):
        desk.send(sheet_for(path), a_break(since=shown(days(-ago))))

    found = PathBreak.objects.order_by("pk").values_list("stage", flat=True)
    assert list(found) == ["tapering", "intensive_support", ""]  # the last: outside services


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"kind": ""}, ["kind"]),
        ({"kind": "laziness"}, ["kind"]),
        ({"since": "huomenna"}, ["since"]),
        ({"since": shown(today() + timedelta(days=1))}, ["since"]),
        ({"actor": "o-no-such"}, ["actor"]),
        ({"place": "v-0"}, ["place"]),
        ({"effect": "4"}, ["effect"]),
        ({"workaround": "x" * 301}, ["workaround"]),
        ({"consequence": "010190-999W odottaa"}, ["consequence"]),
    ],
)
def test_a_bad_answer_is_asked_again_and_the_rest_stays(desk, path, fields, wrong):
    answer = desk.send(sheet_for(path), a_break(**({"actor_words": "Kyläkauppa"} | fields)))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, wrong)
    assert "Kyläkauppa" in answer.content.decode()
    assert not PathBreak.objects.exists()


def test_on_an_ended_path_no_new_break_is_marked(desk, path):
    Pathway.objects.update(ended_on=today(), ending="moved")

    assert "<textarea" not in desk.get(sheet_for(path)).content.decode()
    assert desk.send(sheet_for(path), a_break()).status_code == 422
    assert not PathBreak.objects.exists()


def test_the_same_sheet_sent_twice_marks_once(desk, path):
    sheet = desk.get(sheet_for(path)).context["form"].sheet

    answers = [desk.send(sheet_for(path), a_break(), sheet=sheet) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert PathBreak.objects.count() == 1


def test_one_goes_back_to_where_the_button_was_pressed(desk, path):
    visit, way = reverse("pathways:new-visit", args=[path.ref]), path.get_absolute_url()

    for back, url in (("visit", visit), ("path", way)):
        assert f"{sheet_for(path)}?back={back}" in desk.get(url).content.decode()
        answer = desk.send(f"{sheet_for(path)}?back={back}", a_break())
        assert answer["Location"] == f"{url}?saved=break"
        assert 'role="status"' in desk.get(answer["Location"]).content.decode()


def test_who_marks_and_who_does_not(path):
    team, care = path.care.team, path.care
    colleague, stranger = worker(team=team), worker()
    near = AssignmentFactory(care=care, worker=worker(Role.NEAR_WORKER), part="near_worker").worker
    student = AssignmentFactory(care=care, student=True).worker
    sup = worker(Role.SUPERVISOR, team=team)

    for user, status in (
        (colleague, 403),
        (stranger, 404),
        (near, 403),
        (student, 303),
        (sup, 303),
    ):
        assert Desk().sit(user).send(sheet_for(path), a_break()).status_code == status, user
    StandInFactory(client=path.client, worker=colleague)
    assert Desk().sit(colleague).send(sheet_for(path), a_break()).status_code == 303
    assert PathBreak.objects.count() == 3


def test_a_strangers_look_is_the_same_as_at_nothing(path):
    seat = Desk().sit(worker())

    hidden = seat.get(sheet_for(path))

    absent = seat.get("/paths/5f0c1f52-6a52-4d30-9d5b-0c8f3a8f6a11/breaks/new/")
    assert (hidden.status_code, hidden.content) == (404, absent.content)

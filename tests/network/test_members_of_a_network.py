"""Who is around the person: read by all who open the file, kept up by those who may, never erased."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from network.models import Member
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    MemberFactory,
    OrganisationFactory,
    PathFactory,
    StepFactory,
    today,
    worker,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def path():
    return PathFactory()


@pytest.fixture
def desk(path):
    return Desk().sit(path.care.own_worker)


@pytest.fixture
def deacon(path):
    return MemberFactory(client=path.client, name="Dora Diakoni", role="diakoni", tasks="Ruokajako")


def page(path, name="members", member=None):
    refs = [path.client.ref, *([member.ref] if member else [])]
    return reverse(f"network:{name}", args=refs)


def told(**fields):
    return {
        "kind": "close",
        "name": "Sisko Esimerkki",
        "role": "sisko",
        "tasks": "",
        "organisation": "",
        "phone": "",
        "since": today().isoformat(),
        **fields,
    }


def corrected(desk, path, member, **fields):
    """The edit form as it was opened, with some of its fields typed over."""
    form = desk.get(page(path, "edit-member", member)).context["form"]
    known = {name: form[name].value() or "" for name in form.fields if name != "submission_id"}
    return known | fields


def test_everybody_is_in_their_group_with_role_home_tasks_number_and_day(desk, path):
    parish = OrganisationFactory(name="Viitasaaren seurakunta")
    MemberFactory(
        client=path.client,
        name="Dora Diakoni",
        role="diakoni",
        organisation=parish,
        tasks="Ruokajako",
        phone="+358401112223",
    )
    MemberFactory(client=path.client, kind="close", name="Sisko Esimerkki", role="sisko")

    answer = desk.get(page(path))

    groups = [[member.name for member in members] for _label, members in answer.context["groups"]]
    assert groups == [["Sisko Esimerkki"], ["Dora Diakoni"], []]
    html = answer.content.decode()
    for shown in ("diakoni, Viitasaaren seurakunta", "Ruokajako", "tel:+358401112223"):
        assert shown in html


def test_a_close_person_comes_in_from_today(desk, path):
    answer = desk.send(page(path, "add-member"), told(phone="040 111 2223"))

    assert (answer.status_code, answer["Location"]) == (303, page(path))
    member = Member.objects.get(client=path.client)
    assert (member.kind, member.name, member.phone) == ("close", "Sisko Esimerkki", "+358401112223")
    assert (member.since, member.until, member.user) == (today(), None, None)
    assert Entry.objects.get(deed="network.member_added").client_refs == [path.client.ref]


def test_a_partner_comes_in_with_an_organisation_of_the_directory(desk, path):
    parish = OrganisationFactory()

    desk.send(page(path, "add-member"), told(kind="partner", organisation=parish.pk))

    assert Member.objects.get(client=path.client).organisation == parish


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": ""}, "kind"),
        ({"kind": "worker"}, "kind"),
        ({"name": " "}, "name"),
        ({"role": ""}, "role"),
        ({"organisation": "999999999999999999999"}, "organisation"),
        ({"phone": "123"}, "phone"),
        ({"since": f"{today() + timedelta(days=1):%d.%m.%Y}"}, "since"),
    ],
)
def test_what_is_amiss_is_asked_for_again(desk, path, wrong, field):
    answer = desk.send(page(path, "add-member"), told(**wrong))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Member.objects.filter(client=path.client).exists()


def test_a_close_person_has_no_organisation_and_what_was_chosen_is_not_dropped_in_silence(
    desk, path
):
    answer = desk.send(page(path, "add-member"), told(organisation=OrganisationFactory().pk))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["organisation"])


def test_the_same_sheet_sent_twice_makes_one_member(desk, path):
    sheet = uuid.uuid4()

    answers = [desk.send(page(path, "add-member"), told(), sheet=sheet) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert Member.objects.filter(client=path.client).count() == 1


def test_a_member_is_corrected_and_the_trail_names_the_fields_only(desk, path, deacon):
    fields = corrected(desk, path, deacon, tasks="Kahvit torstaisin", phone="040 111 2223")

    assert desk.send(page(path, "edit-member", deacon), fields).status_code == 303

    deacon.refresh_from_db()
    assert (deacon.name, deacon.tasks) == ("Dora Diakoni", "Kahvit torstaisin")
    entry = Entry.objects.get(deed="network.member_changed")
    assert entry.details == {"fields": ["tasks", "phone"]}


def test_nothing_changed_leaves_no_deed(desk, path, deacon):
    desk.send(page(path, "edit-member", deacon), corrected(desk, path, deacon))

    assert not Entry.objects.filter(deed="network.member_changed").exists()


def test_who_comes_second_sees_both_texts(desk, path, deacon):
    mine = corrected(desk, path, deacon, tasks="Minun teksti")
    desk.send(
        page(path, "edit-member", deacon), corrected(desk, path, deacon, tasks="Toisen teksti")
    )

    answer = desk.send(page(path, "edit-member", deacon), mine)

    html = answer.content.decode()
    assert (answer.status_code, "Minun teksti" in html, "Toisen teksti" in html) == (
        409,
        True,
        True,
    )
    deacon.refresh_from_db()
    assert deacon.tasks == "Toisen teksti"


def test_a_membership_ends_on_a_day_and_its_steps_and_history_stay(desk, path, deacon):
    step = StepFactory(client=path.client, doer=deacon, what="Tuo ruokakassi")
    assert "Tuo ruokakassi" in desk.get(page(path, "end-member", deacon)).content.decode()
    yesterday = today() - timedelta(days=1)

    desk.send(page(path, "end-member", deacon), {"until": yesterday.isoformat()})

    deacon.refresh_from_db()
    step.refresh_from_db()
    assert (deacon.until, step.doer, step.is_open) == (yesterday, deacon, True)
    answer = desk.get(page(path))
    assert answer.context["ended"] == [deacon]
    assert not any(members for _label, members in answer.context["groups"])
    assert Entry.objects.get(deed="network.member_ended").object_ref == str(deacon.ref)


def test_a_membership_cannot_end_before_it_began(desk, path, deacon):
    before = deacon.since - timedelta(days=1)

    answer = desk.send(page(path, "end-member", deacon), {"until": before.isoformat()})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["until"])


def test_until_its_last_day_a_member_is_there_and_the_day_can_be_moved(desk, path, deacon):
    later = today() + timedelta(days=30)
    desk.send(page(path, "end-member", deacon), {"until": later.isoformat()})

    answer = desk.get(page(path))
    assert answer.context["ended"] == []

    desk.send(page(path, "end-member", deacon), {"until": today().isoformat()})
    deacon.refresh_from_db()
    assert deacon.until == today()


@pytest.mark.parametrize("name", ["edit-member", "end-member"])
def test_what_has_ended_stays_as_it_was(desk, path, name):
    gone = MemberFactory(client=path.client, until=today() - timedelta(days=1))
    fields = told(until=today().isoformat(), name="Toinen")

    assert desk.get(page(path, name, gone)).status_code == 409
    assert desk.send(page(path, name, gone), fields).status_code == 409


@pytest.mark.parametrize("name", ["edit-member", "end-member"])
def test_a_worker_of_ours_is_not_changed_here(desk, path, name):
    pair = worker(team=path.care.team)
    ours = MemberFactory(client=path.client, kind="worker", user=pair, name=pair.name)
    fields = told(until=today().isoformat(), name="Toinen")

    assert desk.get(page(path, name, ours)).status_code == 422
    assert desk.send(page(path, name, ours), fields).status_code == 422
    assert page(path, name, ours) not in desk.get(page(path)).content.decode()
    ours.refresh_from_db()
    assert (ours.name, ours.until) == (pair.name, None)


@pytest.mark.parametrize("name", ["edit-member", "end-member"])
def test_a_member_of_another_client_is_not_found(desk, path, name):
    elsewhere = MemberFactory(client=PathFactory(care__own_worker=desk.user).client)

    assert desk.get(page(path, name, elsewhere)).status_code == 404
    assert desk.send(page(path, name, elsewhere), told()).status_code == 404


def test_a_student_reads_but_changes_nothing(path, deacon):
    student = worker("student", team=path.care.team)
    AssignmentFactory(
        care=path.care, worker=student, part="student", until=today() + timedelta(days=30)
    )
    seat = Desk().sit(student)

    html = seat.get(page(path)).content.decode()

    assert deacon.name in html
    assert page(path, "add-member") not in html
    assert page(path, "edit-member", deacon) not in html
    assert seat.send(page(path, "add-member"), told()).status_code == 403


def test_a_stranger_cannot_tell_that_the_client_exists(path, deacon):
    stranger = Desk().sit(worker())

    assert stranger.get(page(path)).status_code == 404
    assert stranger.send(page(path, "add-member"), told()).status_code == 404


def test_reading_is_on_the_trail(desk, path):
    desk.get(page(path))

    entry = Entry.objects.get(deed="network.read")
    assert (entry.client_refs, entry.sections) == ([path.client.ref], ["members"])


def test_the_page_costs_the_same_for_one_and_for_ten(desk, path):
    def add(count):
        for _time in range(count):
            MemberFactory(client=path.client, organisation=OrganisationFactory())
            MemberFactory(client=path.client, kind="close")
            MemberFactory(client=path.client, until=today() - timedelta(days=1))

    add(1)
    one = desk.cost(page(path))
    add(9)

    assert desk.cost(page(path)) == one <= 9


def test_the_clients_page_leads_here_also_when_nobody_is_there_yet(desk, path):
    html = desk.get(reverse("pathways:client", args=[path.client.ref])).content.decode()

    assert f'href="{page(path)}"' in html

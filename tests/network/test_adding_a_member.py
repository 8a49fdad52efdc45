"""Somebody comes into the network: a close person, or a partner who needs no account."""

import uuid
from datetime import timedelta

import pytest

from network.models import Member
from paku.audit.models import Entry
from tests.factories import (
    OrganisationFactory,
    today,
)
from tests.network.membership import page, told

pytestmark = pytest.mark.django_db


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
        ({"since": f"{today() + timedelta(days=2):%d.%m.%Y}"}, "since"),
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
    assert not Member.objects.exists()


def test_the_same_sheet_sent_twice_makes_one_member(desk, path):
    sheet = uuid.uuid4()

    answers = [desk.send(page(path, "add-member"), told(), sheet=sheet) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert Member.objects.filter(client=path.client).count() == 1

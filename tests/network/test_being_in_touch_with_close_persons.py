"""Whether the client lets us be in touch with a close person: asked, yes, no or not asked, with the day."""

import pytest
from django.db import IntegrityError, transaction
from django.utils.text import capfirst
from django.utils.translation import override

from network.models import Member
from network.models.member import MayContact
from tests.factories import MemberFactory, today
from tests.network.membership import page, told

pytestmark = pytest.mark.django_db


def the_one(path):
    return Member.objects.get(client=path.client)


def test_a_close_person_comes_in_without_having_been_asked_about(desk, path):
    desk.send(page(path, "add-member"), told())

    member = the_one(path)
    assert (member.may_contact, member.contact_asked_on) == ("not_asked", None)
    with override("fi"):
        said = capfirst(str(MayContact.NOT_ASKED.label))
    assert said in desk.get(page(path)).content.decode()


@pytest.mark.parametrize("answer", ["asked", "yes", "no"])
def test_the_answer_and_its_day_are_read_beside_the_person(desk, path, answer):
    desk.send(page(path, "add-member"), told(may_contact=answer, contact_asked_on="1.3.2026"))

    html = desk.get(page(path)).content.decode()
    assert "1.3.2026" in html
    assert (the_one(path).may_contact, the_one(path).contact_asked_on.year) == (answer, 2026)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"may_contact": "yes", "contact_asked_on": ""}, "contact_asked_on"),
        ({"may_contact": "yes", "contact_asked_on": "1.1.2035"}, "contact_asked_on"),
        ({"may_contact": "yes", "contact_asked_on": "eilen"}, "contact_asked_on"),
        ({"may_contact": "maybe"}, "may_contact"),
    ],
)
def test_what_is_amiss_is_asked_for_again(desk, path, wrong, field):
    answer = desk.send(page(path, "add-member"), told(**wrong))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Member.objects.filter(client=path.client).exists()


def test_a_partner_is_not_asked_about(desk, path):
    fields = told(kind="partner", may_contact="yes", contact_asked_on="1.3.2026")

    assert desk.send(page(path, "add-member"), fields).status_code == 303

    assert (the_one(path).may_contact, the_one(path).contact_asked_on) == ("not_asked", None)


def test_the_answer_is_changed_later_and_a_second_person_does_not_overwrite_it(desk, path):
    member = MemberFactory(client=path.client, kind="close", organisation=None)
    url = page(path, "edit-member", member)
    form = desk.get(url).context["form"]
    opened = {name: form[name].value() or "" for name in form.fields if name != "submission_id"}

    yes = opened | {"may_contact": "yes", "contact_asked_on": today().isoformat()}
    no = opened | {"may_contact": "no", "contact_asked_on": today().isoformat()}
    assert desk.send(url, yes).status_code == 303
    assert desk.send(url, no).status_code == 409

    member.refresh_from_db()
    assert (member.may_contact, member.contact_asked_on) == ("yes", today())


def test_the_database_too_wants_the_day(path):
    with pytest.raises(IntegrityError), transaction.atomic():
        MemberFactory(client=path.client, kind="close", organisation=None, may_contact="yes")

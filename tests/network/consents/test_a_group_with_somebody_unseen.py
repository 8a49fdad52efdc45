"""A worker who does not see everybody in a group changes and takes back its consent without losing them from it."""

import pytest

from network.models import Consent, Member
from tests.desk import Desk
from tests.factories import AssignmentFactory, ConsentFactory, MemberFactory
from tests.network.consents.agreeing import agreed, page, taken_back

pytestmark = pytest.mark.django_db


@pytest.fixture
def deacon(path):
    return MemberFactory(client=path.client, name="Dora Diakoni")


@pytest.fixture
def hidden(path):
    return MemberFactory(client=path.client, name="Turva Kriisi", visibility="own_worker")


@pytest.fixture
def pair(path):
    worker = AssignmentFactory(care=path.care).worker
    worker.language = "en"
    worker.save()
    return Desk().sit(worker)


def of_group(deacon, *, ticked):
    return agreed(deacon, to="group", group="Verkostotapaaminen", group_members=ticked)


def group(*members):
    made = ConsentFactory(client=members[0].client, member=None, group="Verkostotapaaminen")
    made.group_members.add(*members)
    return made


def in_the_newest():
    return set(Consent.objects.newest().get().group_members.values_list("name", flat=True))


def test_a_pair_changes_it_and_the_one_whom_they_do_not_see_stays(path, pair, deacon, hidden):
    another = MemberFactory(client=path.client, name="Veikko Velkaneuvoja")
    given = group(deacon, hidden)
    shown = pair.get(page(path, "change-consent", given))

    answer = pair.send(
        page(path, "change-consent", given), of_group(deacon, ticked=[str(another.ref)])
    )

    assert hidden.name not in shown.content.decode()
    assert answer.status_code == 303
    assert in_the_newest() == {another.name, hidden.name}


def test_with_nobody_else_in_it_nobody_needs_to_be_ticked(path, pair, deacon, hidden):
    given = group(hidden)

    answer = pair.send(page(path, "change-consent", given), of_group(deacon, ticked=[]))

    assert (answer.status_code, in_the_newest()) == (303, {hidden.name})


def test_a_pair_takes_it_back_for_all_who_are_in_it(path, pair, deacon, hidden):
    given = group(deacon, hidden)

    pair.send(page(path, "withdraw-consent", given), taken_back())

    assert in_the_newest() == {deacon.name, hidden.name}


def test_the_own_worker_takes_them_out(path, desk, deacon, hidden):
    given = group(deacon, hidden)

    desk.send(page(path, "change-consent", given), of_group(deacon, ticked=[str(deacon.ref)]))

    assert in_the_newest() == {deacon.name}
    assert Member.objects.filter(pk=hidden.pk).exists()


def test_given_to_one_member_instead_of_the_group_it_is_theirs_alone(path, pair, deacon, hidden):
    given = group(deacon, hidden)

    pair.send(page(path, "change-consent", given), agreed(deacon))

    made = Consent.objects.newest().get()
    assert (made.member, in_the_newest()) == (deacon, set())

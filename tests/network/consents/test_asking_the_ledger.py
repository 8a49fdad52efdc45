"""The ledger: topic by topic, to whom, on which day. A prohibition beats a consent."""

from datetime import timedelta

import pytest

from network.actions import consents as deeds
from network.ledger import allows
from network.models.consent_kinds import ConsentKind, Scope
from tests.desk import Desk
from tests.factories import ConsentFactory, MemberFactory, OrganisationFactory, today, worker

pytestmark = pytest.mark.django_db
TOPICS = ("steps", "path")


@pytest.fixture
def deacon(path):
    return MemberFactory(client=path.client, organisation=OrganisationFactory())


def answers(member, on=None, **more):
    return allows(member.client, member, TOPICS, on or today(), **more)


def test_what_is_not_written_down_is_not_allowed(deacon):
    assert answers(deacon) == {"steps": None, "path": None}


def test_a_consent_reaches_its_own_topics_only(deacon):
    consent = ConsentFactory(member=deacon)

    assert answers(deacon) == {"steps": consent, "path": None}


def test_it_is_for_the_one_it_was_given_for(deacon):
    ConsentFactory(member=deacon)
    other = MemberFactory(client=deacon.client, organisation=deacon.organisation)
    namesake = ConsentFactory(topics=list(TOPICS))

    assert set(answers(other).values()) == {None}
    assert namesake not in answers(deacon).values()


def test_for_an_organisation_it_is_for_whoever_works_there(deacon):
    consent = ConsentFactory(client=deacon.client, member=None, organisation=deacon.organisation)
    elsewhere = MemberFactory(client=deacon.client, organisation=OrganisationFactory())

    assert answers(deacon)["steps"] == consent
    assert answers(elsewhere)["steps"] is None
    assert answers(MemberFactory(client=deacon.client))["steps"] is None


def test_for_a_group_it_is_for_those_named_to_it(deacon):
    consent = ConsentFactory(client=deacon.client, member=None, group="Verkostotapaaminen")
    consent.group_members.add(deacon, MemberFactory(client=deacon.client))

    assert answers(deacon)["steps"] == consent
    assert answers(MemberFactory(client=deacon.client))["steps"] is None


@pytest.mark.parametrize(
    ("given", "until", "holds"),
    [(0, None, True), (1, None, False), (-9, 0, True), (-9, -1, False), (-9, 9, True)],
)
def test_it_holds_from_its_first_day_to_its_last(deacon, given, until, holds):
    days = [None if ahead is None else today() + timedelta(days=ahead) for ahead in (given, until)]
    ConsentFactory(member=deacon, given_on=days[0], valid_until=days[1])

    assert (answers(deacon)["steps"] is not None) is holds


def test_what_is_taken_back_holds_no_more_and_its_earlier_versions_neither(deacon):
    consent = ConsentFactory(member=deacon)
    deeds.withdraw(consent=consent, by=worker(), withdrawn_on=today(), withdrawn_how="spoken")

    assert answers(deacon)["steps"] is None
    assert answers(deacon, on=today() - timedelta(days=5))["steps"] is None


@pytest.mark.parametrize(
    ("scope", "forbidden"),
    [(Scope.REGISTRAR, {"steps", "path"}), (Scope.TASK, {"steps", "path"}), (Scope.DOCUMENT, {"path"})],
)  # fmt: skip
def test_a_prohibition_beats_a_consent_as_far_as_it_reaches(deacon, scope, forbidden):
    ConsentFactory(member=deacon, topics=list(TOPICS))
    topics = ["path"] if scope == Scope.DOCUMENT else []
    prohibition = ConsentFactory(member=deacon, prohibition=True, scope=scope, topics=topics)

    assert {topic for topic, one in answers(deacon).items() if one == prohibition} == forbidden


def test_a_prohibition_for_anybody_is_for_everybody_and_an_older_one_beats_a_newer_consent(deacon):
    prohibition = ConsentFactory(
        client=deacon.client, member=None, prohibition=True, given_on=today() - timedelta(days=99)
    )
    ConsentFactory(member=deacon)

    assert set(answers(deacon).values()) == {prohibition}


def test_of_several_the_newest_carries(deacon):
    ConsentFactory(member=deacon, given_on=today() - timedelta(days=40))
    newest = ConsentFactory(member=deacon, given_on=today() - timedelta(days=2))

    assert answers(deacon)["steps"] == newest


def test_a_consent_is_no_permit_and_a_permit_no_consent(deacon):
    permit = ConsentFactory(member=deacon, kind=ConsentKind.PERMIT)

    assert answers(deacon, kinds=[ConsentKind.PERMIT])["steps"] == permit
    assert answers(deacon, kinds=[ConsentKind.CONTACT])["steps"] is None


def test_it_is_one_statement_for_any_number(deacon):
    ConsentFactory.create_batch(5, member=deacon)
    ConsentFactory(member=deacon, prohibition=True)

    with Desk().counted() as statements:
        answers(deacon)

    assert len(statements) == 1

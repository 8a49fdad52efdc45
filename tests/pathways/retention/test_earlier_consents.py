"""Of what a person has allowed or forbidden each version goes by its own years: an earlier one twelve after the newer
one came, the newest twelve after death (703/2023, annex)."""

from __future__ import annotations

import pytest

from clients.models import Client
from network.actions.consents import withdraw
from network.models import Consent
from pathways.actions.retention import carry_out, propose
from tests.factories import ConsentFactory, approved, ended, instant, listed, today, years_ago

pytestmark = pytest.mark.django_db


def versions(path, *written):
    """One after another, each written so many years ago; the first is the earliest."""
    made = []
    for years in written:
        before = made[-1] if made else None
        made.append(
            ConsentFactory(
                member=path.client.members.first(), by=path.care.own_worker, replaces=before,
                at=instant(years_ago(years)), given_on=years_ago(written[0]),
            )
        )  # fmt: skip
    return made


def kept(path):
    return list(Consent.objects.filter(client=path.client).order_by("pk"))


def test_an_earlier_version_goes_twelve_years_after_the_newer_one_came(due, two):
    oldest, second, third, newest = versions(due, 30, 12.5, 11.5, 11)

    carry_out(approved(listed(due), *two))

    assert kept(due) == [second, third, newest]
    newest.refresh_from_db()
    assert (newest.replaces_id, second.replaces_id) == (third.pk, oldest.pk)
    assert list(Consent.objects.newest().filter(client=due.client)) == [newest]


def test_the_newest_stays_until_twelve_years_after_death_however_old(due, two):
    Client.objects.filter(pk=due.client_id).update(died_on=years_ago(11.5))
    _oldest, newest = versions(due, 30, 20)

    carry_out(approved(listed(due), *two))

    assert kept(due) == [newest]


def test_a_withdrawal_still_says_everything_when_what_it_withdrew_has_gone(due, two):
    given = ConsentFactory(member=due.client.members.first(), by=due.care.own_worker)
    taken_back = withdraw(
        consent=given, by=due.care.own_worker, withdrawn_on=today(), withdrawn_how="spoken"
    )

    same = (
        "thread",
        "member_id",
        "topics",
        "purpose",
        "given_on",
        "explained_by",
        "words",
        "group",
    )

    assert [getattr(taken_back, name) for name in same] == [getattr(given, name) for name in same]
    assert list(taken_back.group_members.all()) == list(given.group_members.all())


def test_before_the_ten_years_of_the_matter_no_version_goes(path):
    ended(path, 9)
    ConsentFactory(member__client=path.client, by=path.care.own_worker)
    earlier = Consent.objects.get(client=path.client)
    ConsentFactory(
        member=earlier.member, by=path.care.own_worker, replaces=earlier, at=instant(years_ago(20))
    )

    assert propose() == 0

"""Ten years after a matter was closed its records go, as two people have approved, and nobody else's."""

from __future__ import annotations

from hashlib import sha256

import pytest

from clients.models import Advice, Client, ContactPoint, Picture
from network.models import Disclosure, Member, Step
from paku.audit.models import Entry
from paku.printing.models import Paper
from paku.saving.models import Draft
from pathways.actions.retention import carry_out
from pathways.models import Pathway, RetentionItem, RetentionRun
from pathways.models.retention_plan import tables
from tests.access_matrix.world import build
from tests.factories import (
    CareFactory,
    ConsentFactory,
    MemberFactory,
    PathFactory,
    approved,
    instant,
    listed,
    years_ago,
)
from tests.pathways.retention.rows import everything_else, rows_of

pytestmark = pytest.mark.django_db


def test_the_records_of_the_matter_go_and_the_basic_data_stay_until_death(due, two):
    carry_out(approved(listed(due), *two))

    assert rows_of(due.client) == {"clients_client": 1}


def test_with_the_person_dead_for_long_nothing_at_all_is_left(due, two):
    Client.objects.filter(pk=due.client_id).update(died_on=years_ago(13))
    ContactPoint.objects.create(client=due.client, kind="phone", value="+358400000009")
    ConsentFactory(member=due.client.members.first(), by=due.care.own_worker)

    carry_out(approved(listed(due), *two))

    assert rows_of(due.client) == {}
    assert not Client.objects.filter(pk=due.client_id).exists()


def test_nobody_elses_row_goes(due, two):
    others = build().path.client
    before, else_before = rows_of(others), everything_else(due.client)

    carry_out(approved(listed(due), *two))

    assert rows_of(others) == before
    left = everything_else(due.client)
    assert {name: n for name, n in left.items() if n != else_before[name]} == {}


def test_what_the_law_keeps_longer_stays_with_what_it_stands_on(due, two):
    named = due.client.members.first()
    other = MemberFactory(client=due.client)
    ConsentFactory(member=named, by=due.care.own_worker)

    carry_out(approved(listed(due), *two))

    assert list(Member.objects.filter(client=due.client)) == [named]
    assert not Member.objects.filter(pk=other.pk).exists()
    assert due.client.consents.count() == 1


def test_papers_go_byte_for_byte_twelve_years_after_they_were_given(due, two):
    def paper(serial: str, years: float) -> Paper:
        given = Paper.objects.create(
            serial=serial, kind="summary", client_ref=due.client.ref, language="fi", recipient="Kela", purpose="Asia",
            ground="shl_41", pdf=b"%PDF", sha256=sha256(b"%PDF").hexdigest(), pages=1, made_by=due.care.own_worker,
            made_at=instant(years_ago(years)),
        )  # fmt: skip
        Disclosure.objects.create(
            client=due.client, paper=given, recipient="Kela", purpose="Asia", ground="shl_41", sections=["path"],
            by=due.care.own_worker, at=instant(years_ago(years)),
        )  # fmt: skip
        return given

    paper("2014-1", 12), paper("2016-1", 11)

    carry_out(approved(listed(due), *two))

    assert [one.serial for one in Paper.objects.all()] == ["2016-1"]
    assert Disclosure.objects.get(client=due.client).paper.serial == "2016-1"


def test_a_draft_goes_with_what_it_was_about(due, two):
    Draft.objects.keep(
        author=due.care.own_worker, key=f"visit/{due.ref}", form=due.ref, body={"note": "x"}
    )

    carry_out(approved(listed(due), *two))

    assert not Draft.objects.exists()


def test_the_record_names_nobody_but_the_approvers(due, two):
    run = carry_out(approved(listed(due), *two)) and RetentionRun.objects.get()

    assert (run.files, run.kept, run.state) == (1, 0, "done")
    assert run.counts["pathways_visit"] == 1
    assert str(due.client.ref) not in str(vars(run))
    assert not RetentionItem.objects.exists()
    entry = Entry.objects.filter(deed="pathways.destroyed").get()
    assert (entry.client_refs, entry.actor_role) == ([due.client.ref], "system")


def test_the_trail_stays(due, two):
    before = set(Entry.objects.values_list("pk", flat=True))

    carry_out(approved(listed(due), *two))

    assert before <= set(Entry.objects.values_list("pk", flat=True))


def test_a_file_that_was_merged_goes_with_the_one_it_is_in(due, two):
    Client.objects.filter(pk=due.client_id).update(died_on=years_ago(13))
    absorbed = PathFactory().client
    Pathway.objects.filter(client=absorbed).update(
        client=due.client, ended_on=years_ago(11), ending="coping"
    )
    CareFactory._meta.model.objects.filter(client=absorbed).update(
        client=due.client, started_on=years_ago(12), ended_on=years_ago(11)
    )
    Client.objects.filter(pk=absorbed.pk).update(
        merged_into=due.client, created_at=instant(years_ago(12))
    )

    carry_out(approved(listed(due), *two))

    assert not Client.objects.filter(pk__in=[absorbed.pk, due.client_id]).exists()


def test_steps_pictures_and_advice_are_among_what_goes():
    names = {model._meta.db_table for model in tables()}

    assert {model._meta.db_table for model in (Step, Picture, Advice, Paper)} <= names

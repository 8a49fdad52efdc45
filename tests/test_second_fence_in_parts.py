"""The second fence by the parts of a file: what raw SQL shows to each of those who do not see it whole."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from clients.models import Admission, BreakGlass, Client, Exclusion, ProtectedPlace
from clients.models.relation import followed_q, listed_q, opened_q
from network.models import Disclosure
from paku.access.models import User
from paku.access.roles import Role
from paku.kit.context import enter
from paku.printing.models import Paper
from pathways.models import VisitText
from tests.desk import as_the_test
from tests.factories import (
    AssignmentFactory,
    MemberFactory,
    PathFactory,
    StandInFactory,
    StepFactory,
    VisitFactory,
    worker,
)

pytestmark = pytest.mark.django_db

NETWORK = {"network_member", "network_step"}
PAPERS = {"network_disclosure", "printing_paper"}
REASONS = {"clients_exclusion", "clients_admission", "clients_breakglass"}
PLACE = {"clients_protectedplace"}
WHO = {
    "near-worker": lambda path: AssignmentFactory(care=path.care, near_worker=True).worker,
    "student": lambda path: AssignmentFactory(care=path.care, student=True).worker,
    "pair": lambda path: AssignmentFactory(care=path.care).worker,
    "own worker": lambda path: path.care.own_worker,
    "colleague": lambda path: worker(team=path.care.team),
    "colleague with a reason": lambda path: (
        StandInFactory(client=path.client, worker=worker(team=path.care.team)).worker
    ),
    "supervisor": lambda path: worker(Role.SUPERVISOR, team=path.care.team),
    "stranger": lambda path: worker(),
    "privacy officer": lambda path: worker(Role.PRIVACY_OFFICER),
    "main user": lambda path: worker(Role.MAIN_USER),
}
SEEN = {
    "near-worker": {"network_member"},  # a partner of whom the client lets everybody know
    "student": NETWORK | {"clients_breakglass"},
    "pair": NETWORK | PAPERS | REASONS | PLACE,
    "own worker": NETWORK | PAPERS | REASONS | PLACE,
    "colleague": set(),
    "colleague with a reason": NETWORK | PAPERS | REASONS | PLACE,
    "supervisor": NETWORK | PAPERS | REASONS | PLACE,
    "stranger": set(),
    "privacy officer": REASONS,
    "main user": set(),
}


@pytest.fixture
def path():
    """A file with one row of everything, all of it others' than those who look at it here."""
    path = PathFactory(care__client__is_protected=True)
    client, somebody = path.client, worker()
    client.contact_points.create(kind="phone", value="+358400000077")
    StepFactory(client=client, doer=MemberFactory(client=client, kind="partner"))
    Exclusion.objects.create(client=client, user=somebody, reason="relative", added_by=somebody)
    Admission.objects.create(client=client, user=somebody, admitted_by=somebody)
    StandInFactory(client=client)
    BreakGlass.objects.create(
        client=client, worker=somebody, reason="life", words="x" * 20, review_due_on="2030-01-01"
    )
    ProtectedPlace.objects.create(client=client)
    given = {"recipient": "Kela", "purpose": "Verkostotapaaminen", "ground": "shl_41"}
    paper = Paper.objects.create(
        serial="1", kind="summary", client_ref=client.ref, language="fi", pdf=b"%PDF", sha256="0" * 64, pages=1,
        made_by=somebody, **given,
    )  # fmt: skip
    Disclosure.objects.create(client=client, paper=paper, sections=[], by=somebody, **given)
    return path


def act_as(user: User, *, revealed: int | None = None) -> None:
    enter(user.pk)
    keys(f"SELECT set_config('paku.revealed', '{revealed or ''}', true)")


def keys(sql: str) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [row[0] for row in cursor.fetchall()]


def seen(tables: set[str]) -> set[str]:
    return {table for table in tables if keys(f"SELECT 1 FROM {table}")}


@pytest.mark.parametrize("who", WHO)
def test_each_sees_the_parts_of_the_file_that_their_work_needs(path, who):
    act_as(WHO[who](path), revealed=path.client_id)

    assert seen(NETWORK | PAPERS | REASONS | PLACE) == SEEN[who]


@pytest.mark.parametrize(("who", "shown"), [("near-worker", 1), ("student", 1), ("colleague", 0)])
def test_a_number_is_for_those_who_work_with_the_person_and_a_protected_one_for_fewer(who, shown):
    path = PathFactory()
    path.client.contact_points.create(kind="phone", value="+358400000077")
    user = WHO[who](path)

    act_as(user, revealed=path.client_id)
    assert len(keys("SELECT id FROM clients_contactpoint")) == shown

    as_the_test()
    Client.objects.filter(pk=path.client_id).update(is_protected=True)
    act_as(user, revealed=path.client_id)
    assert keys("SELECT id FROM clients_contactpoint") == []


@pytest.mark.parametrize("who", ["near-worker", "colleague"])
def test_an_own_task_and_its_doer_are_seen_and_no_others(path, who):
    user = WHO[who](path)
    me = MemberFactory(client=path.client, kind="worker", user=user)
    own = StepFactory(client=path.client, doer=me)
    MemberFactory(client=path.client, kind="worker", name="Tiina Tuki")
    around = set(keys("SELECT id FROM network_member"))

    act_as(user)

    assert keys("SELECT id FROM network_step") == [own.pk]
    shown = around if who == "near-worker" else {me.pk}
    assert set(keys("SELECT id FROM network_member")) == shown


def test_a_near_worker_reads_their_own_words_and_not_how_another_corrected_them(path):
    near = WHO["near-worker"](path)
    visit = VisitFactory(path=path, worker=near, note="Kävimme torilla.")
    VisitText.objects.create(
        visit=visit, version=2, author=path.care.own_worker, note="Toisen sanat"
    )

    act_as(near)
    assert keys("SELECT note FROM pathways_visittext") == ["Kävimme torilla."]

    act_as(path.care.own_worker)
    assert len(keys("SELECT note FROM pathways_visittext")) == 2


def test_a_near_worker_writes_no_step_paper_or_member_into_the_file(path):
    near, own_worker = WHO["near-worker"](path), path.care.own_worker
    paper = Disclosure.objects.get().paper
    enter(near.pk)

    for row in (
        StepFactory.build(client=path.client, agreed_by=own_worker),
        MemberFactory.build(client=path.client, kind="partner", organisation=None),
        Disclosure(client=path.client, paper=paper, recipient="X", purpose="x", by=near),
    ):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            row.save()


def test_what_is_kept_of_the_reach_changes_with_the_rows_that_decide_it(path):
    near = AssignmentFactory(care=path.care, near_worker=True)
    enter(near.worker.pk)
    assert keys("SELECT id FROM pathways_pathway") == [path.pk]

    as_the_test()
    Exclusion.objects.create(
        client=path.client, user=near.worker, reason="relative", added_by=near.worker
    )
    keys(f"SELECT set_config('paku.actor', '{near.worker.pk}', true)")

    assert keys("SELECT id FROM pathways_pathway") == []


def test_a_path_begun_in_the_same_transaction_is_open_at_once(path):
    own_worker, team = path.care.own_worker, path.care.team
    enter(own_worker.pk)
    assert len(keys("SELECT id FROM pathways_stagemove")) == 1

    as_the_test()
    PathFactory(care__own_worker=own_worker, care__team=team)
    keys(f"SELECT set_config('paku.actor', '{own_worker.pk}', true)")

    assert len(keys("SELECT id FROM pathways_stagemove")) == 2


@pytest.mark.parametrize("who", WHO)
def test_a_list_asked_for_somebody_is_the_same_whoever_asks(path, who):
    """Jobs ask for a worker whom they are not; the worker's own request keeps what it has found."""
    user = WHO[who](path)
    asked = [Client.objects.filter(q(user)) for q in (listed_q, followed_q, opened_q)]
    found = [set(clients.values_list("pk", flat=True)) for clients in asked]

    enter(user.pk)

    for _ in range(2):
        assert [set(clients.values_list("pk", flat=True)) for clients in asked] == found

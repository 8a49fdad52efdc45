"""A synthetic population: exactly so many, the same for the same seed, more beside for another."""

from io import StringIO
from itertools import pairwise

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from clients.models import CareRelationship, Client, OwnWords
from network.models import Member, Step
from paku.access.models import User
from paku.demo.population.population import AlreadyThere, populate
from paku.kit.dates import today_from_database
from pathways.models import Pathway, StageMove, Visit, VisitText
from pathways.models.stage import NEXT

pytestmark = pytest.mark.django_db
TOLD = (
    (Client, ("ref", "sort_key", "born_on", "village__name", "advice", "created_at")),
    (User, ("ref", "username", "name")),
    (Pathway, ("ref", "stage", "stage_since", "opened_on", "last_contact_on", "how_began")),
    (StageMove, ("path__ref", "stage", "on", "why", "what_next")),
    (Visit, ("ref", "path__ref", "worker__username", "kind__code", "on", "minutes", "travel_km")),
    (VisitText, ("visit__ref", "note", "client_words")),
    (Member, ("ref", "client__ref", "kind", "name", "role", "tasks")),
    (Step, ("ref", "client__ref", "doer__ref", "what", "due_on", "done_on", "outcome")),
    (OwnWords, ("client__ref", "question", "text", "said_on")),
)


def make(*, clients=30, visits=200, seed=1):
    populate(clients=clients, visits=visits, seed=seed, today=today_from_database())


def everything(seed=1):
    """Whatever the seed decides, in an order without keys."""
    with transaction.atomic():
        make(seed=seed)
        rows = [sorted(map(str, model.objects.values_list(*columns))) for model, columns in TOLD]
        transaction.set_rollback(True)
    return rows


def test_the_same_seed_makes_the_same_rows_and_another_makes_others():
    assert everything() == everything()
    assert everything(seed=2) != everything()


@pytest.mark.parametrize(("clients", "visits"), [(1, 7), (41, 200), (3, 0)])
def test_it_makes_exactly_so_many(clients, visits):
    make(clients=clients, visits=visits)

    assert Client.objects.count() == CareRelationship.objects.open().count() == clients
    assert Visit.objects.count() == VisitText.objects.newest().count() == visits
    connection.check_constraints()


def test_a_second_seed_adds_beside_the_first_and_the_same_again_is_refused():
    make(seed=1)
    make(seed=2)

    assert Client.objects.count() == 60
    with pytest.raises(AlreadyThere):
        make(seed=1)


def test_what_is_entered_afterwards_gets_keys_of_its_own():
    make()

    client = Client.objects.create(nickname="Uusi")

    assert (
        Client.objects.filter(pk__gt=client.pk).count()
        + Client.objects.filter(pk__lt=client.pk).count()
        == 30
    )


def test_every_path_goes_where_the_map_allows_and_its_own_worker_is_of_the_team():
    make(clients=90)

    for path in Pathway.objects.prefetch_related("moves").select_related(
        "care__own_worker", "care__team"
    ):
        stages = [move.stage for move in path.moves.all()]
        assert stages[-1] == path.stage
        assert all(there in NEXT[here] for here, there in pairwise(stages))
        assert path.care.own_worker.memberships.get().team == path.care.team


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_the_command_says_what_it_made_and_that_a_seed_is_taken():
    said = StringIO()
    asked = {"clients": 5, "visits": 12, "seed": 3}

    call_command("populate", **asked, stdout=said)

    assert "5 clients and 12 visits (seed 3)" in said.getvalue()
    with pytest.raises(CommandError, match="seed 3 is there already"):
        call_command("populate", **asked)

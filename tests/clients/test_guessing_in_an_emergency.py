"""Whoever guesses in an emergency learns nothing: nobody there, a slip and a shut file are one answer."""

import uuid

import pytest

from clients.models import BreakGlass, Exclusion
from paku.audit.models import Entry
from tests.clients.emergencies import GLASS, outsider, sheet, somebody
from tests.factories import worker

pytestmark = pytest.mark.django_db


def answer_to(desk, **fields):
    """What is told, without what differs from sheet to sheet; and how much it cost."""
    number = uuid.UUID(int=7)
    with desk.counted() as queries:
        page = desk.send(GLASS, sheet(**fields), sheet=number)
    return page.status_code, page.context["form"].errors.as_json(), len(queries)


def test_nobody_a_slip_and_a_file_that_is_shut_all_get_the_same_answer():
    """By the sentence, by the status, by the number of statements."""
    care, desk = somebody(), outsider()
    desk.get(GLASS)
    nobody = answer_to(desk, last_name="Olematon")
    slip = answer_to(desk, born_on="6.3.1980")
    half = answer_to(desk, called="Ain")

    shut = Exclusion.objects.create(
        client=care.client, user=desk.user, reason="former_partner", added_by=worker()
    )
    excluded = answer_to(desk)
    shut.delete()
    care.client.is_restricted = True
    care.client.save()
    not_admitted = answer_to(desk)

    assert nobody == slip == half == excluded == not_admitted
    assert nobody[0] == 422
    assert not BreakGlass.objects.exists()


def test_one_who_guesses_leaves_a_trace_that_names_nobody():
    care, desk = somebody(), outsider()
    Exclusion.objects.create(
        client=care.client, user=desk.user, reason="relative", added_by=worker()
    )
    desk.send(GLASS, sheet())

    entry = Entry.objects.get(deed="clients.emergency_missed")
    assert (entry.outcome, entry.client_refs, entry.object_ref) == ("denied", [], "")
    assert "Esimerkki" not in str(entry.details)


def test_guessing_is_stopped_after_five():
    desk = outsider()
    answers = [desk.send(GLASS, sheet()).status_code for _ in range(6)]

    assert answers == [422] * 5 + [429]

"""Whoever changes, removes or cuts is named by `verify_trail` with a non-zero exit."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from io import StringIO
from uuid import UUID

import psycopg
import pytest
from django.core.management import CommandError, call_command

from paku.audit import chain
from paku.audit.models import Entry, Seal
from paku.audit.record import record

pytestmark = pytest.mark.django_db

BEFORE = "3bbdcddb961adaf241abf986d1d868f376a87660d081038910f33defa37552b4"


@pytest.fixture
def tamper(own_database) -> Callable[..., None]:
    """What a person with the owner's password can do: triggers off, change, triggers on."""

    def do(table: str, statement: str, *values: object) -> None:
        with psycopg.connect(own_database.environment["DATABASE_OWNER_URL"]) as owner:
            owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
            owner.execute(statement, values)
            owner.execute(f"ALTER TABLE {table} ENABLE TRIGGER ALL")

    return do


def write(count: int) -> list[Entry]:
    return [record("audit.trail_read", by=None, details={"row": number}) for number in range(count)]


def verify(**options: object) -> str:
    said = StringIO()
    call_command("verify_trail", stdout=said, **options)
    return said.getvalue()


def test_a_whole_trail_is_said_to_be_whole():
    write(5)
    chain.seal_entries()

    assert verify() == "The trail is whole: 5 links, 0 entries not sealed yet.\n"


def test_the_tail_that_waits_for_sealing_is_counted():
    write(3)
    chain.seal_entries()
    write(2)

    assert verify() == "The trail is whole: 3 links, 2 entries not sealed yet.\n"
    assert (chain.state().head.number, chain.state().unsealed) == (3, 2)


def test_an_empty_trail_is_whole():
    assert "0 links" in verify()
    assert (chain.state().head, chain.state().unsealed) == (None, 0)


@pytest.mark.parametrize(
    "change",
    [
        "actor_name = 'Joku muu'",
        "details = '{}'",
        "at = at + interval '1 s'",
        "on_behalf = ''",
        "permission = 'READ_CLIENT'",
        "approver_name = 'Joku muu'",
        "version = 1",
        "claimed_at = at",
    ],
)
def test_a_changed_entry_is_named(tamper, change):
    entry = write(4)[2]
    chain.seal_entries()

    tamper("audit_entry", f"UPDATE audit_entry SET {change} WHERE id = %s", entry.id)

    with pytest.raises(CommandError, match=f"entry {entry.id} of link 3") as refusal:
        verify()
    assert refusal.value.returncode == 1


def test_a_removed_entry_is_named(tamper):
    entry = write(4)[1]
    chain.seal_entries()

    tamper("audit_entry", "DELETE FROM audit_entry WHERE id = %s", entry.id)

    with pytest.raises(CommandError, match=f"entry {entry.id} of link 2 has been removed"):
        verify()


@pytest.mark.parametrize("cut", ["number = 1", "number = 3", "number <= 2"])
def test_a_cut_chain_is_named(tamper, cut):
    write(5)
    chain.seal_entries()

    tamper("audit_seal", f"DELETE FROM audit_seal WHERE {cut}")

    with pytest.raises(CommandError, match="missing from the chain"):
        verify()


def test_links_cannot_be_renumbered_over_a_gap(tamper):
    write(5)
    chain.seal_entries()

    tamper("audit_seal", "DELETE FROM audit_seal WHERE number = 3")
    tamper("audit_seal", "UPDATE audit_seal SET number = number - 1 WHERE number > 3")

    with pytest.raises(CommandError, match="link 3 has been changed"):
        verify()


def test_an_entry_slipped_in_under_a_sealed_id_waits_for_its_own_seal():
    sealed = write(1)[0]
    chain.seal_entries()

    forged = Entry.objects.create(id=sealed.id, deed="forged")

    assert chain.state().unsealed == 1
    assert chain.seal_entries() == 1
    assert Seal.objects.get(number=2).entry_at == forged.at
    assert verify().startswith("The trail is whole: 2 links")


def test_a_tail_cut_off_is_seen_against_a_head_told_outside(tamper, caplog):
    write(3)
    with caplog.at_level(logging.INFO, logger="paku.audit"):
        chain.seal_entries()
    told = caplog.messages[0].removeprefix("trail head ")

    tamper("audit_seal", "DELETE FROM audit_seal WHERE number >= 2")
    tamper("audit_entry", "DELETE FROM audit_entry WHERE details->>'row' <> '0'")

    assert "whole" in verify()
    with pytest.raises(CommandError, match="its end has been cut off"):
        call_command("verify_trail", head=chain_head(told))


def test_a_rewritten_chain_is_seen_against_a_head_told_outside(tamper, caplog):
    write(3)
    with caplog.at_level(logging.INFO, logger="paku.audit"):
        chain.seal_entries()
    told = caplog.messages[0].removeprefix("trail head ")

    tamper("audit_entry", "UPDATE audit_entry SET actor_name = 'Joku muu'")
    tamper("audit_seal", "DELETE FROM audit_seal")
    chain.seal_entries()

    assert "whole" in verify()
    with pytest.raises(CommandError, match="rewritten"):
        call_command("verify_trail", head=chain_head(told))


def chain_head(told: str) -> tuple[int, str]:
    number, digest = told.split(":")
    return int(number), digest


def test_what_was_sealed_before_a_column_came_stays_whole():
    """The hash that the first version of the chain gave to this entry: columns that came later are empty in it."""
    entry = Entry(
        id=UUID("01890000-0000-7000-8000-000000000001"), at=datetime(2026, 1, 5, 7, 30, tzinfo=UTC),
        deed="clients.opened", actor_name="Olli", client_refs=[UUID("5f0c1f52-6a52-4d30-9d5b-0c8f3a8f6a11")],
    )  # fmt: skip

    assert chain.link(chain.START, entry) == BEFORE

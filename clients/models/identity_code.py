"""The identity code of a person: optional, encrypted, found only whole (decision 0026).

No list, search result or paper shows it. A correction ends the row and writes another; what was there stays readable
in the database with its client.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection, models
from django.db.models import Q

from clients.models.client import Client
from clients.models.search import Hit, Wanted, search_clients
from paku.access.roles import May
from paku.kit.encrypted import EncryptedText
from paku.kit.identity_codes import is_temporary, read_identity_code
from paku.kit.refusals import BadText
from paku.kit.retention import Retention


class IdentityCodeQuerySet(models.QuerySet["IdentityCode"]):
    """Rows whose code is known; asked only for one client at a time."""

    def of(self, client: Client) -> IdentityCodeQuerySet:
        return self.filter(client=client)

    def in_force(self) -> IdentityCodeQuerySet:
        return self.filter(ended_at=None)


class IdentityCode(models.Model):
    """`fingerprint` is the keyed hash of the whole code, sign included; `is_wrong`: it never was this person's."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: basic data 2 y from death",
        period="2 y from death",
        shred="delete",
        years=2,
        counted_from="death",
    )

    client = models.ForeignKey(Client, models.PROTECT, related_name="identity_codes")
    code = EncryptedText()
    fingerprint = models.CharField(max_length=64)
    written_at = models.DateTimeField(auto_now_add=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_wrong = models.BooleanField(default=False, db_default=False)

    objects = IdentityCodeQuerySet.as_manager()

    class Meta:
        ordering = ["client", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["fingerprint"],
                condition=Q(is_wrong=False),
                name="an_identity_code_is_one_persons",
            ),
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(ended_at=None),
                name="a_client_has_one_identity_code",
            ),
            models.CheckConstraint(
                condition=Q(is_wrong=False) | Q(ended_at__isnull=False),
                name="a_wrong_identity_code_is_not_in_force",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_temporary(self) -> bool:
        """To be replaced when the person gets a permanent one."""
        return is_temporary(str(self.code))


class Known(NamedTuple):
    """Whose a code is: the client's key if the user may list the person; else only that there is somebody."""

    client_id: int | None
    is_elsewhere: bool


def fingerprint_of(code: str) -> str:
    """Without the index key nobody can tell, by trying codes, whose it is."""
    told = f"identity-code:{code}".encode()
    return hmac.new(settings.INDEX_KEY.encode(), told, hashlib.sha256).hexdigest()


def known_code(user: Any, code: str) -> Known:
    """One statement and one row, whatever it finds. `code` has passed `read_identity_code`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT client_id, is_elsewhere FROM paku_code_known(%s, %s)",
            [fingerprint_of(code), user.pk],
        )
        return Known(*cursor.fetchone())


def code_in(user: Any, typed: str) -> str:
    """What was typed into the search field, if it is a whole code and the user may look for one; else nothing."""
    if not (user.may(May.READ_IDENTITY) or user.may(May.CREATE_CLIENT)):
        return ""
    try:
        return read_identity_code(typed)
    except BadText:
        return ""


def search_typed(user: Any, typed: str) -> list[Hit]:
    """Of the one search field: a whole identity code finds the one person, and nobody else comes near it."""
    code = code_in(user, typed)
    if not code:
        return search_clients(user, Wanted.from_text(typed))
    found = known_code(user, code).client_id
    return search_clients(user, Wanted(), same_code=() if found is None else (found,))

"""A member of one client's network: authority, NGO, parish, worker and close person are equal rows."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.models.organisation import Organisation
from paku.kit.dated import Dated, DatedQuerySet
from paku.kit.retention import Retention


class MemberKind(models.TextChoices):
    """By which door the member came in."""

    WORKER = "worker", _("worker of ours")
    PARTNER = "partner", _("partner")
    CLOSE = "close", _("close person")


class MayContact(models.TextChoices):
    """Whether the client lets us be in touch with a close person (SHL 43 §)."""

    NOT_ASKED = "not_asked", _("has not been asked")
    ASKED = "asked", _("has been asked, no answer yet")
    YES = "yes", _("yes, may be contacted")
    NO = "no", _("no, may not be contacted")


class Visibility(models.TextChoices):
    """Who may see that the member is there, as the client has said it."""

    EVERYBODY = "everybody", _("everybody in the network, papers too")
    WORKERS = "workers", _("only those who work with the matter here")
    OWN_WORKER = "own_worker", _("only the own worker")


class MemberQuerySet(DatedQuerySet["Member"]):
    """Members of a client's network."""

    def of(self, client: Client) -> MemberQuerySet:
        return self.filter(client=client)

    def of_our_workers(self) -> MemberQuerySet:
        return self.filter(kind=MemberKind.WORKER)

    def close(self) -> MemberQuerySet:
        """Relatives and friends: third persons here."""
        return self.filter(kind=MemberKind.CLOSE)

    def told_to_all(self, but: Member | None = None) -> MemberQuerySet:
        """Whom the client lets everybody know of; `but` knows of themselves."""
        seen = models.Q(visibility=Visibility.EVERYBODY)
        return self.filter(seen | models.Q(pk=but.pk) if but else seen)

    def not_told_to_all(self) -> MemberQuerySet:
        """Of whom the client lets only some know."""
        return self.exclude(visibility=Visibility.EVERYBODY)

    def hidden(self) -> MemberQuerySet:
        """Whom only the own worker may see: to anybody else the database gives none of them."""
        return self.filter(visibility=Visibility.OWN_WORKER)

    def with_number(self) -> MemberQuerySet:
        return self.exclude(phone="")

    def with_home(self) -> MemberQuerySet:
        return self.select_related("organisation", "user")

    def named(self) -> MemberQuerySet:
        return self.order_by("kind", "name", "pk")


def shown_to(members: Iterable[Any], *, sees_contact: bool) -> list[Any]:
    """The members as a page may show them: a close person may live with the client, so their number goes the way of
    the client's own (turvakielto, `clients.protection`)."""
    found = list(members)
    for member in found:
        if member.kind == MemberKind.CLOSE and not sees_contact:
            member.phone = ""
    return found


class Member(Dated):
    """`role` is who they are to the person, `tasks` what they have taken on. `user` only if they sign in here."""

    retention = Retention(
        owner="network",
        ground="703/2023 annex: 10 y from closing the matter",
        period="10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="members")
    kind = models.CharField(_("kind"), max_length=10, choices=MemberKind.choices)
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(_("role"), max_length=120)
    tasks = models.CharField(_("tasks"), max_length=300, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="members"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="member_rows"
    )
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    may_contact = models.CharField(
        _("may we be in touch"),
        max_length=10,
        choices=MayContact.choices,
        default=MayContact.NOT_ASKED,
        db_default=MayContact.NOT_ASKED,
    )
    contact_asked_on = models.DateField(_("asked on"), null=True, blank=True)
    visibility = models.CharField(
        _("who may see that they are there"),
        max_length=10,
        choices=Visibility.choices,
        default=Visibility.EVERYBODY,
        db_default=Visibility.EVERYBODY,
    )

    objects: ClassVar[Any] = MemberQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ["client", "kind", "name", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(user=None) | models.Q(kind=MemberKind.WORKER),
                name="only_a_worker_member_has_an_account",
            ),
            models.CheckConstraint(
                condition=models.Q(may_contact="not_asked", contact_asked_on=None)
                | models.Q(kind=MemberKind.CLOSE, contact_asked_on__isnull=False)
                & ~models.Q(may_contact="not_asked"),
                name="the_day_of_asking_about_a_close_person",
            ),
            models.CheckConstraint(
                condition=models.Q(visibility=Visibility.EVERYBODY)
                | ~models.Q(kind=MemberKind.WORKER),
                name="a_worker_of_ours_is_never_hidden",
            ),
            models.UniqueConstraint(
                fields=["client", "user"],
                condition=models.Q(until=None, user__isnull=False),
                name="a_worker_is_a_member_once",
            ),
        ]
        indexes = [models.Index(fields=["client", "until"], name="member_by_client")]

    def __str__(self) -> str:
        return self.name

    @property
    def full_role(self) -> str:
        """“velkaneuvoja, Oikeuspalveluvirasto”."""
        return ", ".join(part for part in (self.role, self.home) if part)

    @property
    def in_full(self) -> str:
        """“Dora Diakoni, diakoni, Seurakunta”: whom a paper is for."""
        return ", ".join(part for part in (self.name, self.full_role) if part)

    @property
    def name_and_role(self) -> str:
        """“Dora Diakoni · diakoni”: one among others to choose from."""
        return f"{self.name} · {self.role}"

    @property
    def is_told_to_all(self) -> bool:
        return self.visibility == Visibility.EVERYBODY

    @property
    def is_close(self) -> bool:
        return self.kind == MemberKind.CLOSE

    @property
    def home(self) -> str:
        """Where they work, for print: the organisation, or nothing for close persons."""
        return self.organisation.name if self.organisation else ""

"""A person who signs in. The name and phone number are what clients and colleagues see."""

from __future__ import annotations

import uuid
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.access.roles import HAS_OWN_CLIENTS, LISTS_WHOLE_TEAM, May, Role
from paku.kit.context import Entering, enter
from paku.kit.retention import Retention
from paku.kit.today import Today

if TYPE_CHECKING:
    from paku.access.models.membership import Membership


class UserManager(BaseUserManager["User"]):
    """Accounts are made by name; there is no superuser: nobody stands above the rights page."""

    def create_user(self, username: str, password: str | None = None, **fields: object) -> User:
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """An account. Rights come from memberships that are live today, asked once per request."""

    retention = Retention(
        owner="access", ground="703/2023 9 §", period="12 y as in the trail", shred="pseudonymise"
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    username = models.CharField(_("user name"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120)
    title = models.CharField(_("title"), max_length=80, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(max_length=2, default="fi")
    is_active = models.BooleanField(default=True)
    temporary_until = models.DateTimeField(
        null=True, blank=True
    )  # a one-time password's last moment

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def rights(self) -> list[Membership]:
        """Memberships live today, teams with them: one statement, then kept for the request."""
        live = self.memberships.on(Today()).select_related("team")
        return list(live.order_by("since", "pk"))

    def enter(self) -> date:
        """At the beginning of a request's transaction: read the rights anew, name the user to the database, and give
        today in Finland; all in the one statement of the rights."""
        live: Any = self.memberships.on(Today()).select_related("team").order_by("since", "pk")
        self.rights = list(live.annotate(today=Entering(self.pk)))
        return self.rights[0].today if self.rights else enter(self.pk)

    def may(self, right: May) -> bool:
        """Whether any live membership gives the right."""
        return any(right in membership.rights for membership in self.rights)

    def teams_where(self, right: May) -> list[int]:
        """Primary keys of the teams in which the right holds."""
        return [m.team_id for m in self.rights if right in m.rights]

    @property
    def teams_managed(self) -> list[int] | None:
        """Primary keys of the teams whose rights this person gives and ends; None: of all teams."""
        return None if self.may(May.MANAGE_USERS) else self.teams_where(May.MANAGE_ROLES)

    @property
    def teams_listed_whole(self) -> list[int]:
        """Teams whose every client this person may see in a list (name and own worker)."""
        return [m.team_id for m in self.rights if m.role in LISTS_WHOLE_TEAM]

    @property
    def has_own_clients(self) -> bool:
        """Works with clients of their own, not only beside or above those who do."""
        return any(m.role in HAS_OWN_CLIENTS for m in self.rights)

    @property
    def sees_parts_only(self) -> bool:
        """A near-worker and nothing else: of the clients named to them, what concerns their own work."""
        return {m.role for m in self.rights} == {Role.NEAR_WORKER}

    @property
    def role_now(self) -> str:
        """For the trail: the roles as they are at this moment."""
        return ", ".join(dict.fromkeys(m.role for m in self.rights))[:60]

    @property
    def unit_now(self) -> str:
        return self.rights[0].team.name if self.rights else ""

    @property
    def provider_now(self) -> str:
        return self.rights[0].team.provider if self.rights else ""


def shown_name(user: User) -> str:
    """What sign-in messages call the person."""
    return user.name

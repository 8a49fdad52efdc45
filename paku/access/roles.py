"""All rights on one page: what each role may do. Relations (whose client it is) are checked on top of these."""

from __future__ import annotations

from enum import Enum

from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.audit.words import words_of


class May(Enum):
    """One right. A view names the one it needs (`@requires`)."""

    USE_OWN_ACCOUNT = "use own account"
    SEE_OWN_DAY = "see own day"
    LIST_CLIENTS = "list clients"
    READ_CLIENT = "read client"
    CREATE_CLIENT = "create client"
    EDIT_CLIENT = "edit client"
    HEAR_CLIENT = "write down own words"
    LOG_VISIT = "log visit"
    CORRECT_VISIT = "correct visit"
    DO_STEP = "do step"
    AGREE_STEP = "agree on step"
    EDIT_NETWORK = "edit network"
    READ_DIRECTORY = "read directory"
    MOVE_PATH = "move path"
    MAKE_PAPER = "make paper"
    REVIEW_CASELOAD = "review caseload"
    READ_TRAIL = "read trail"
    SEE_SET_UP = "see set-up"


@words_of("role")
class Role(models.TextChoices):
    """The roles of vision.md. The client has no login in this version."""

    INSTRUCTOR = "instructor", _("social instructor")
    SOCIAL_WORKER = "social_worker", _("social worker")
    SUPERVISOR = "supervisor", _("supervisor")
    NEAR_WORKER = "near_worker", _("near-worker")
    PRIVACY_OFFICER = "privacy_officer", _("privacy officer")
    MAIN_USER = "main_user", _("main user")
    STUDENT = "student", _("student")


class TaskClass(models.TextChoices):
    """STM decree 457/2024: what the work is, on which the breadth of access rests."""

    BROAD = "broad", _("broad client responsibility")
    ARRANGING = "arranging", _("arranging services")
    PROVIDING = "providing", _("providing services")
    ADMINISTRATIVE = "administrative", _("administrative tasks")
    STUDENT = "student", _("student under guidance")


EVERYBODY = frozenset({May.USE_OWN_ACCOUNT})
NEAR_WORKER = EVERYBODY | {May.SEE_OWN_DAY, May.LIST_CLIENTS, May.DO_STEP, May.READ_DIRECTORY}
STUDENT = NEAR_WORKER | {May.READ_CLIENT, May.HEAR_CLIENT, May.LOG_VISIT, May.AGREE_STEP}
INSTRUCTOR = STUDENT | {
    May.CREATE_CLIENT,
    May.EDIT_CLIENT,
    May.CORRECT_VISIT,
    May.EDIT_NETWORK,
    May.MOVE_PATH,
    May.MAKE_PAPER,
}
SOCIAL_WORKER = INSTRUCTOR
SUPERVISOR = EVERYBODY | {May.REVIEW_CASELOAD, May.LIST_CLIENTS, May.READ_DIRECTORY}
PRIVACY_OFFICER = EVERYBODY | {May.READ_TRAIL}
MAIN_USER = EVERYBODY | {May.SEE_SET_UP, May.READ_DIRECTORY}

ROLES: dict[str, frozenset[May]] = {
    Role.INSTRUCTOR: INSTRUCTOR,
    Role.SOCIAL_WORKER: SOCIAL_WORKER,
    Role.SUPERVISOR: SUPERVISOR,
    Role.NEAR_WORKER: NEAR_WORKER,
    Role.PRIVACY_OFFICER: PRIVACY_OFFICER,
    Role.MAIN_USER: MAIN_USER,
    Role.STUDENT: STUDENT,
}
LISTS_WHOLE_TEAM = frozenset({Role.INSTRUCTOR, Role.SOCIAL_WORKER, Role.SUPERVISOR})

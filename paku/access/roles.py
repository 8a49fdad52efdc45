"""Who works here and with what breadth. What each may do stands in `rights.py`, on one page."""

from __future__ import annotations

from enum import Enum

from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.audit.words import words_of


class May(Enum):
    """One right. A view names the one it needs (`@requires`); `can()` answers for a certain person's file."""

    USE_OWN_ACCOUNT = "use own account"
    SEE_OWN_DAY = "see own day"
    READ_DIRECTORY = "read directory"
    TELL_WHERE_AND_WHEN = "tell where and when a service is met"
    LIST_CLIENTS = "list clients"
    SEE_CLIENT = "see that somebody is a client"
    READ_BASICS = "read basic data"
    READ_CONTACT = "read contact data"
    READ_PROTECTED_CONTACT = "read protected contact data"
    READ_IDENTITY = "read identity code"
    DO_OUTREACH = "do outreach"
    CREATE_CLIENT = "create client"
    EDIT_CLIENT = "edit client"
    MERGE_CLIENTS = "merge clients"
    READ_CLIENT = "read client"
    HEAR_CLIENT = "write down own words"
    HEAR_MEANING = "write down what is said about meaning"
    READ_PLAN = "read assessments, plans and goals"
    EDIT_PLAN = "write assessments, plans and goals"
    ASSESS_CATEGORIES = "talk about how support is arranged"
    MOVE_PATH = "move path"
    END_PATH = "end path"
    HAND_OVER = "hand over"
    ASSIGN_WORKER = "assign worker"
    LOG_VISIT = "log visit"
    READ_VISIT = "read visit"
    CORRECT_VISIT = "correct visit"
    READ_OLD_VISIT = "read earlier versions of a visit"
    TAKE_OVER_DRAFT = "let another go on with an absent worker's draft"
    REFLECT = "write own reflections"
    REPORT_SITUATION = "report on a situation"
    READ_REPORTS = "read situation reports"
    GUIDE = "guide who walks beside"
    READ_STEPS = "read steps"
    AGREE_STEP = "agree on step"
    MARK_BREAK = "mark break"
    DO_STEP = "do step"
    READ_SUMS = "read sums without persons"
    IMPROVE = "improve services and tell of feedback"
    REVIEW_CASELOAD = "review caseload"
    READ_NETWORK = "read network"
    EDIT_NETWORK = "edit network"
    READ_CONSENTS = "read consents"
    RECORD_CONSENT = "record consent"
    MAKE_PAPER = "make paper"
    GIVE_PAPER = "give paper"
    GIVE_PROTECTED_PAPER = "give protected paper"
    LIST_GIVEN = "list given papers"
    OPEN_GIVEN = "open given paper"
    BREAK_GLASS = "open in an emergency"
    REVIEW_EMERGENCY = "review emergency"
    REVIEW_ALARMS = "review alarms"
    RETAIN = "approve destruction and hold files"
    READ_EXCLUSIONS = "read exclusions"
    ADD_EXCLUSION = "add exclusion"
    READ_LOOKERS = "read who has looked"
    READ_TRAIL = "read trail"
    MAKE_LOG_REPORT = "make log report"
    EXPORT_FILE = "give the person a copy of the whole file"
    READ_OWN_TRAIL = "read own trail"
    MANAGE_USERS = "manage users"
    MANAGE_ROLES = "manage roles"
    SEE_SET_UP = "see set-up"
    EDIT_DIRECTORY = "change the directory"
    SET_CLOCKS = "change clocks and code lists"


@words_of("role")
class Role(models.TextChoices):
    """The roles of the founding documents. The client has no login in this version."""

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


HAS_OWN_CLIENTS = frozenset({Role.INSTRUCTOR, Role.SOCIAL_WORKER, Role.STUDENT})
LISTS_WHOLE_TEAM = frozenset({Role.INSTRUCTOR, Role.SOCIAL_WORKER, Role.SUPERVISOR})

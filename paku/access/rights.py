"""All rights on one page: what each role may do, by how the person stands to the client. Print it and read it.

Columns: SIo social instructor of the client (own worker, pair, substitute) · SIt the same whose task class is providing
services · STU student and NW near-worker, named for the client · SIu instructor of the same team · SWo, SWu social
worker likewise · SUP supervisor of the team · BG emergency under way · OUT a worker from elsewhere, or who worked with
the client before · SUPx supervisor of another team · ADM main user · AUD privacy officer.
An exclusion stands above the page: to the excluded the client does not exist.

Signs: Y yes · m a part of it · c after a click that is logged · r after a stated reason · s after a fresh sign-in ·
4 with a second person · a one's own only · + adding only · - no (the client is known) · . no (nothing is known).
"""

from __future__ import annotations

from enum import Enum, StrEnum

from paku.access.roles import May, Role


class Standing(StrEnum):
    """How somebody stands to a client, and in which role."""

    INSTRUCTOR = "SIo"
    PROVIDER = "SIt"
    STUDENT = "STU"
    NEAR_WORKER = "NW"
    COLLEAGUE = "SIu"
    SOCIAL_WORKER = "SWo"
    SOCIAL_COLLEAGUE = "SWu"
    SUPERVISOR = "SUP"
    EMERGENCY = "BG"
    OUTSIDE = "OUT"
    OTHER_SUPERVISOR = "SUPx"
    MAIN_USER = "ADM"
    PRIVACY_OFFICER = "AUD"


class Verdict(Enum):
    """From the freest to the tightest: of two standings the freer one counts."""

    YES = "Y"
    CLICK = "c"
    STEP_UP = "s"
    ADD_ONLY = "+"
    PART = "m"
    OWN_ONLY = "a"
    SECOND_PERSON = "4"
    REASON = "r"
    NO = "-"
    HIDDEN = "."

    @property
    def allows(self) -> bool:
        """The page opens, perhaps with something more to do or something left out."""
        return self not in (Verdict.REASON, Verdict.NO, Verdict.HIDDEN)


TABLE = """
                       SIo SIt STU NW  SIu SWo SWu SUP BG  OUT SUPx ADM AUD
USE_OWN_ACCOUNT         Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y    Y   Y
READ_OWN_TRAIL          Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y    Y   Y
READ_DIRECTORY          Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y    Y   Y
TELL_WHERE_AND_WHEN     Y   Y   -   -   Y   Y   Y   Y   -   Y   Y    Y   -
SEE_OWN_DAY             Y   Y   Y   Y   Y   Y   Y   -   -   Y   -    -   -
LIST_CLIENTS            Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y    -   -
SEE_CLIENT              Y   Y   Y   Y   Y   Y   Y   Y   Y   .   .    .   r
READ_BASICS             Y   Y   Y   Y   m   Y   m   Y   Y   .   .    .   m
READ_CONTACT            Y   Y   Y   Y   -   Y   -   Y   c   .   .    .   -
READ_PROTECTED_CONTACT  c   c   -   -   -   c   -   c   c   .   .    .   -
READ_IDENTITY           c   c   -   -   -   c   -   c   c   .   .    .   -
DO_OUTREACH             Y   Y   Y   -   Y   Y   Y   Y   Y   Y   Y    -   -
CREATE_CLIENT           Y   Y   -   -   Y   Y   Y   Y   -   Y   Y    -   -
EDIT_CLIENT             Y   Y   Y   -   -   Y   -   Y   -   .   .    .   -
MERGE_CLIENTS           -   -   -   -   -   Y   -   Y   -   .   .    .   -
READ_CLIENT             Y   Y   Y   m   r   Y   r   r   Y   .   .    .   -
HEAR_CLIENT             Y   Y   Y   -   r   Y   r   r   Y   .   .    .   -
HEAR_MEANING            Y   Y   -   -   -   Y   -   -   -   .   .    .   -
READ_PLAN               Y   Y   Y   -   r   Y   r   r   Y   .   .    .   -
EDIT_PLAN               Y   Y   Y   -   -   Y   -   -   -   .   .    .   -
ASSESS_CATEGORIES       Y   Y   -   -   r   Y   r   r   -   .   .    .   -
MOVE_PATH               Y   Y   Y   -   -   Y   -   -   -   .   .    .   -
END_PATH                -   -   -   -   -   Y   -   Y   -   .   .    .   -
HAND_OVER               4   4   -   -   -   4   -   Y   -   .   4    .   -
ASSIGN_WORKER           4   4   -   -   -   4   -   Y   -   .   .    .   -
LOG_VISIT               Y   Y   Y   Y   r   Y   r   Y   Y   .   .    .   -
READ_VISIT              Y   a   a   a   r   Y   r   r   Y   .   .    .   -
CORRECT_VISIT           a   a   a   a   -   Y   -   r   -   .   .    .   -
READ_OLD_VISIT          Y   a   a   -   -   Y   -   r   -   .   .    .   -
REPORT_SITUATION        -   -   -   Y   -   -   -   -   -   .   .    .   -
READ_REPORTS            Y   Y   -   a   r   Y   r   r   Y   .   .    .   -
GUIDE                   Y   Y   -   -   -   Y   -   -   -   .   .    .   -
TAKE_OVER_DRAFT         -   -   -   -   -   -   -   4   -   .   .    .   -
REFLECT                 a   a   a   a   a   a   a   a   a   .   .    .   -
READ_STEPS              Y   Y   Y   a   -   Y   -   Y   -   .   .    .   -
AGREE_STEP              Y   Y   Y   -   -   Y   -   Y   -   .   .    .   -
MARK_BREAK              Y   Y   Y   -   r   Y   r   Y   Y   .   .    .   -
DO_STEP                 Y   Y   Y   a   a   Y   a   Y   -   .   .    .   -
READ_SUMS               Y   Y   Y   -   Y   Y   Y   Y   Y   Y   Y    Y   Y
IMPROVE                 Y   Y   -   -   Y   Y   Y   Y   -   Y   Y    -   -
REVIEW_CASELOAD         -   -   -   -   -   -   -   Y   -   -   -    -   -
READ_NETWORK            Y   Y   Y   -   r   Y   r   Y   Y   .   .    .   -
EDIT_NETWORK            Y   Y   Y   -   -   Y   -   Y   -   .   .    .   -
READ_CONSENTS           Y   Y   -   -   r   Y   r   Y   Y   .   .    .   r
RECORD_CONSENT          Y   Y   -   -   -   Y   -   Y   -   .   .    .   -
MAKE_PAPER              Y   Y   -   -   -   Y   -   r   -   .   .    .   -
GIVE_PAPER              s   s   -   -   -   s   -   s   -   .   .    .   -
GIVE_PROTECTED_PAPER    4   4   -   -   -   4   -   4   -   .   .    .   -
LIST_GIVEN              Y   Y   -   -   -   Y   -   Y   -   .   .    .   -
OPEN_GIVEN              Y   Y   -   -   r   Y   r   r   Y   .   .    .   -
BREAK_GLASS             -   -   -   -   r   -   r   -   -   r   r    -   -
REVIEW_EMERGENCY        -   -   -   -   -   -   -   Y   -   -   -    -   Y
REVIEW_ALARMS           -   -   -   -   -   -   -   Y   -   -   -    -   Y
RETAIN                  -   -   -   -   -   -   -   4   -   -   -    -   4
READ_EXCLUSIONS         m   m   -   -   -   Y   -   Y   -   .   .    .   Y
ADD_EXCLUSION           +   +   -   -   -   +   -   4   -   .   .    .   4
READ_LOOKERS            -   -   -   -   -   -   -   r   -   .   .    .   Y
READ_TRAIL              -   -   -   -   -   -   -   -   -   -   -    -   Y
MAKE_LOG_REPORT         -   -   -   -   -   -   -   -   -   -   -    -   s
EXPORT_FILE             -   -   -   -   -   4   -   4   -   .   .    .   s
MANAGE_USERS            -   -   -   -   -   -   -   -   -   -   -    s   -
MANAGE_ROLES            -   -   -   -   -   -   -   4   -   -   -    4   -
SEE_SET_UP              -   -   -   -   -   -   -   -   -   -   -    Y   -
EDIT_DIRECTORY          -   -   -   -   -   -   -   4   -   -   -    4   -
SET_CLOCKS              -   -   -   -   -   -   -   -   -   -   -    s   -
"""
# a role may stand in any of these places; for the rights of a page, before any client is known
PLACES: dict[str, frozenset[Standing]] = {
    Role.INSTRUCTOR: frozenset({Standing.INSTRUCTOR, Standing.PROVIDER, Standing.COLLEAGUE, Standing.OUTSIDE}),
    Role.SOCIAL_WORKER: frozenset({Standing.SOCIAL_WORKER, Standing.SOCIAL_COLLEAGUE, Standing.OUTSIDE}),
    Role.SUPERVISOR: frozenset({Standing.SUPERVISOR, Standing.OTHER_SUPERVISOR}),
    Role.NEAR_WORKER: frozenset({Standing.NEAR_WORKER}),
    Role.STUDENT: frozenset({Standing.STUDENT}),
    Role.PRIVACY_OFFICER: frozenset({Standing.PRIVACY_OFFICER}),
    Role.MAIN_USER: frozenset({Standing.MAIN_USER}),
}  # fmt: skip


def _read(table: str) -> dict[May, dict[Standing, Verdict]]:
    head, *rows = (line.split() for line in table.strip().splitlines())
    columns = [Standing(name) for name in head]
    return {
        May[name]: dict(zip(columns, map(Verdict, signs), strict=True)) for name, *signs in rows
    }


RULES = _read(TABLE)


def _open_somewhere(right: May, role: str) -> bool:
    """Whether the role may ever get there; a reason can be stated, so it does not close the page."""
    return any(RULES[right][place] not in (Verdict.NO, Verdict.HIDDEN) for place in PLACES[role])


ROLES: dict[str, frozenset[May]] = {
    role: frozenset(right for right in May if _open_somewhere(right, role)) for role in PLACES
}

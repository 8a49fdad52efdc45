"""Every form that writes about a client, as a person would fill it in, and how to see what came of it."""

from tests.paku.bad_inputs.doors import (
    area,
    arranging,
    doing,
    limits,
    meetings,
    path,
    person,
    plan,
    referrals,
    thinner,
    together,
)
from tests.paku.bad_inputs.doors.door import FORM, Door, a_desk, another_path, day, newest, send
from tests.paku.bad_inputs.doors.path import a_visit

__all__ = [
    "BUTTONS", "BY_OTHERS", "DATES", "FORM", "LINES", "MOVE", "NAMES", "NEW_CLIENT", "NOTES", "SAVING", "STEP", "VISIT",
    "Door", "a_desk", "a_visit", "another_path", "day", "newest", "send",
]  # fmt: skip

NOTES = [
    path.VISIT,
    path.VISIT_WORDS,
    person.WORDS,
    path.CORRECTION,
    path.MOVE,
    plan.REVIEW,
    plan.GOAL,
    person.ADVICE,
    *plan.NOTES,
    *thinner.NOTES,
    *referrals.NOTES,
    *together.NOTES,
    *limits.NOTES,
    *meetings.NOTES,
    *doing.NOTES,
]
LINES = [
    path.REASON,
    path.NEXT,
    path.STEP,
    path.DONE,
    person.ROLE,
    person.TASKS,
    plan.OTHERS_BY,
    plan.HELPS,
    path.BREAK,
    *plan.LINES,
    *thinner.LINES,
    *referrals.LINES,
    *together.LINES,
    *limits.LINES,
    *meetings.LINES,
    *arranging.LINES,
    *area.LINES,
    *doing.LINES,
]
NAMES = [path.CARRIED_BY, person.NEW_CLIENT, person.MEMBER, person.NICKNAME, *thinner.NAMES]
DATES = [
    *path.DATES,
    *person.DATES,
    *plan.DATES,
    *thinner.DATES,
    *limits.DATES,
    *arranging.DATES,
    *doing.DATES,
]
# one field of each form of the own worker's; the place of a door in its list is of no meaning
VISIT, MOVE, STEP, NEW_CLIENT = path.VISIT, path.MOVE, path.STEP, person.NEW_CLIENT
SAVING = [
    VISIT,
    person.WORDS,
    path.CORRECTION,
    MOVE,
    STEP,
    path.DONE,
    person.ROLE,
    plan.OTHERS_BY,
    *plan.SAVING,
    *together.SAVING,
    *limits.SAVING,
    *meetings.SAVING,
    *arranging.SAVING,
    *referrals.SAVING,
    *thinner.SAVING,
    person.NICKNAME,
    NEW_CLIENT,
    *doing.SAVING,
]
# forms of those who do not answer for the person: a near-worker, the next own worker, the supervisor
BY_OTHERS = [*together.BY_OTHERS, *limits.BY_OTHERS]
BUTTONS = arranging.BUTTONS

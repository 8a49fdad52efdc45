"""Which task classes of STM decree 457/2024 go with which role, and why no others."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from paku.access.roles import Role, TaskClass

FITTING: dict[str, tuple[TaskClass, ...]] = {
    Role.INSTRUCTOR: (TaskClass.ARRANGING, TaskClass.PROVIDING),
    Role.SOCIAL_WORKER: (TaskClass.BROAD, TaskClass.ARRANGING),
    Role.NEAR_WORKER: (TaskClass.PROVIDING,),
    Role.STUDENT: (TaskClass.STUDENT,),
    Role.SUPERVISOR: (TaskClass.ADMINISTRATIVE,),
    Role.PRIVACY_OFFICER: (TaskClass.ADMINISTRATIVE,),
    Role.MAIN_USER: (TaskClass.ADMINISTRATIVE,),
}
WHY: dict[str, str | Promise] = {
    Role.INSTRUCTOR: _(
        "Arranges services, or gives them. Broad client responsibility is a social worker's. Who only gives services"
        " does not see others' notes."
    ),
    Role.SOCIAL_WORKER: _("Carries broad client responsibility, or arranges services."),
    Role.NEAR_WORKER: _("Only gives the one service: named clients, own entries."),
    Role.STUDENT: _("Under guidance, for the practice period: there is always a last day."),
    Role.SUPERVISOR: _("Leads: counts, clocks and load; a file only on a stated ground."),
    Role.PRIVACY_OFFICER: _("Supervises the use of data: logs, no texts."),
    Role.MAIN_USER: _("Keeps users and settings: no clients."),
}
# the work of a team; the roles that run and watch the system are asked for by a main user only
OF_A_TEAM = (Role.INSTRUCTOR, Role.SOCIAL_WORKER, Role.NEAR_WORKER, Role.STUDENT)


def fits(role: str, task_class: str) -> bool:
    """Whether the class may go with the role."""
    return task_class in FITTING.get(role, ())

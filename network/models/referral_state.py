"""Where a referral is, and the map of what may follow: print it, draw it, test every cell of it (domain 9)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """In the order of the loop. Sent is not yet arrived, and arrived is not yet help."""

    DRAFT = "draft", _("draft")
    GROUNDED = "grounded", _("ground recorded")
    SENT = "sent", _("sent")
    RECEIVED = "received", _("received")
    QUEUED = "queued", _("in queue")
    REFUSED = "refused", _("turned down")
    STARTED = "started", _("started")
    ENDED = "ended", _("ended")
    CALLED_OFF = "called_off", _("the person does not want it any more")


ANSWERS = frozenset({State.RECEIVED, State.QUEUED, State.REFUSED, State.STARTED})
# A ground may be recorded anew, for a consent may have been taken back; a queue may get another day.
NEXT: dict[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.GROUNDED, State.CALLED_OFF}),
    State.GROUNDED: frozenset({State.GROUNDED, State.SENT, State.CALLED_OFF}),
    State.SENT: ANSWERS | {State.CALLED_OFF},
    State.RECEIVED: frozenset({State.QUEUED, State.REFUSED, State.STARTED, State.CALLED_OFF}),
    State.QUEUED: frozenset({State.QUEUED, State.REFUSED, State.STARTED, State.CALLED_OFF}),
    State.REFUSED: frozenset(),
    State.STARTED: frozenset({State.ENDED}),
    State.ENDED: frozenset(),
    State.CALLED_OFF: frozenset(),
}
ON_THE_WAY = (State.SENT, State.RECEIVED, State.QUEUED)
GOT_IN = (State.STARTED, State.ENDED)


class Manner(models.TextChoices):
    """How a referral went out."""

    LETTER = "letter", _("by letter")
    PHONE = "phone", _("by phone")
    TOGETHER = "together", _("together with the person")
    SECURE = "secure", _("by secure message")


class Happening(models.TextChoices):
    """What else is written on the line of events; it moves the referral nowhere."""

    CONFIRMED = "confirmed", _("the person says that they got in")
    NEW_STEP = "new_step", _("a new step was agreed")
    MEANWHILE = "meanwhile", _("what carries meanwhile")
    BREAK = "break", _("marked as a path break")


KINDS = [*State.choices, *Happening.choices]

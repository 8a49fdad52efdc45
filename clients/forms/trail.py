"""Looking for a worker's or a person's entries. Sent by POST: names never stand in an address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.audit.words import words_of
from paku.kit.fields import CleanCharField
from paku.kit.fields.text import SearchField


@words_of("purpose")
class TrailReason(models.TextChoices):
    """Why the entries about one person are read; it stands on the trail as the purpose."""

    REQUEST = "log_report", _("the client's own request")
    ALARM = "alarm", _("following up an alarm")
    SUSPICION = "suspicion", _("a suspicion of wrong use")
    SPOT_CHECK = "spot_check", _("regular spot check")
    AUTHORITY = "authority", _("request of an authority")


class WorkerForm(forms.Form):
    """A part of the name is enough."""

    worker = SearchField(label=_("Worker's name or a part of it"), required=True)


class ReasonForm(forms.Form):
    """A code and a text; both are on the trail, and in the person's own log report."""

    reason = forms.ChoiceField(
        label=_("Why do you read a person's entries?"), choices=TrailReason.choices
    )
    words = CleanCharField(label=_("Reason in words"), limit=300)


class PersonForm(ReasonForm):
    """Whom: by name, birth date or phone number."""

    person = SearchField(label=_("Name, date of birth or phone number"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["person", "reason", "words"])

"""Looking for a worker's entries. Sent by POST: names never stand in an address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.kit.fields.text import SearchField


class WorkerForm(forms.Form):
    """A part of the name is enough."""

    worker = SearchField(label=_("Worker's name or a part of it"), required=True)

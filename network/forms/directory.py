"""Looking for a service by its name, new or old."""

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.kit.fields.text import SearchField


class DirectorySearch(forms.Form):
    """Any part of a name; old names find the new ones."""

    q = SearchField(label=_("Service or organisation"))

"""What the client list is asked for: the choices in its address, and the search, which never stands in one."""

from __future__ import annotations

from django import forms

from paku.kit.fields import SearchField
from paku.kit.query import Query, choice, cursor
from pathways.models.stage import Stage


class BoardQuery(Query):
    """`who`: own clients or the whole team; order and stage only for files that are open to the reader."""

    who = choice("mine", "team", default="mine")
    sort = choice("step", "name", "contact", "stage", default="step")
    stage = choice(*Stage.values)
    after = cursor()


class SearchForm(forms.Form):
    """One field: names, a phone number or a date of birth."""

    q = SearchField()

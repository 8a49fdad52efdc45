"""Every model that may know a person is in a chapter of the whole file or left out with a reason; every field too."""

import pytest
from django.apps import apps
from django.utils.functional import Promise

from paku.printing.whole_file import MACHINERY, file_parts, left_out, told_models

ROOMS = ("clients", "network", "pathways", "saving", "printing", "reminders", "audit")
# models of today's neighbours that have no chapter yet; empty when all is well
NOT_YET: frozenset[str] = frozenset()


def models():
    return [
        model
        for room in ROOMS
        for model in apps.get_app_config(room).get_models(include_auto_created=True)
    ]


def every_rows():
    return [rows for part in file_parts() for rows in part.rows]


def test_every_model_is_in_a_chapter_or_left_out_with_a_reason():
    known = told_models() | set(left_out()) | NOT_YET
    assert [m._meta.label for m in models() if m._meta.label_lower not in known] == []


def test_no_model_is_both_and_none_is_made_up():
    there = {model._meta.label_lower for model in models()}
    assert told_models() & set(left_out()) == set()
    assert (told_models() | set(left_out()) | NOT_YET) - there == set()
    assert (told_models() | set(left_out())) & NOT_YET == set()


@pytest.mark.parametrize("rows", every_rows(), ids=lambda rows: rows.model)
def test_every_field_is_told_or_left(rows):
    told = {name for name, _label, _tell in rows.fields()}
    fields = {field.name for field in rows.table._meta.concrete_fields}

    assert fields - told - set(rows.leaves) - MACHINERY == set()
    assert set(rows.leaves) - fields == set(), "a field that is no more"
    assert told & set(rows.leaves) == set()
    assert set(rows.heads) <= told


@pytest.mark.parametrize("rows", every_rows(), ids=lambda rows: rows.model)
def test_every_label_is_in_peoples_words(rows):
    """A field without a name of its own would stand on paper as the program calls it."""
    bare = [name for name, label, _tell in rows.fields() if not isinstance(label, Promise)]
    assert bare == []

"""The function `paku_destroy_rows`: every table of a person in its order, what is due of it gone, and how many rows."""

# ruff: noqa: S608 - what is put together are names of tables and columns of the models

from __future__ import annotations

from collections.abc import Collection

from django.apps import apps
from django.db import connections

from paku.kit.retention import GO_ALONG, STARTS
from pathways.models.retention_plan import (
    Model,
    due,
    mine,
    nothing_stays_on,
    table,
    tables,
    unresolved,
)

# the keys and refs of one person's files, and the day as of which years are counted
SIGNATURE = "paku_destroy_rows(v_who bigint[], v_refs uuid[], v_day date)"


def function(alias: str = "owner") -> str:
    """As the models declare today; it runs with the rights of whoever calls it, and the application may not.

    A table whose declaration cannot be computed keeps its rows, and with them all that they stand on.
    """
    there = set(connections[alias].introspection.table_names())
    known = [model for model in tables() if model._meta.db_table in there]
    lost = set(unresolved())
    starts = "".join(f"\n  v_{name} date := {start.sql};" for name, start in STARTS.items())
    steps = "".join(_step(model, known) for model in known if model._meta.label not in lost)
    along = "".join(_along(label) for label in sorted(GO_ALONG))
    return f"""
CREATE OR REPLACE FUNCTION {SIGNATURE} RETURNS jsonb LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
#variable_conflict use_variable
DECLARE
  v_went jsonb := '{{}}';
  v_gone uuid[] := '{{}}';
  v_some uuid[];
  v_number bigint;{starts}
BEGIN{steps}{along}
  RETURN v_went;
END
$$;
REVOKE ALL ON FUNCTION paku_destroy_rows(bigint[], uuid[], date) FROM PUBLIC"""


def _step(model: Model, known: Collection[Model]) -> str:
    name = model._meta.db_table
    has_ref = any(field.column == "ref" for field in model._meta.concrete_fields)
    refs = "array_agg(g.ref)" if has_ref else "NULL"
    back = "t.ref" if has_ref else "1"
    return f"""
  WITH g AS (DELETE FROM {table(model)} t WHERE ({mine(model)}) AND ({due(model)})
    AND {nothing_stays_on(model, known)} RETURNING {back})
  SELECT count(*), {refs} INTO v_number, v_some FROM g;
  v_gone := v_gone || coalesce(v_some, '{{}}');
  IF v_number > 0 THEN v_went := v_went || jsonb_build_object('{name}', v_number); END IF;"""


def _along(label: str) -> str:
    model = apps.get_model(label)
    return f"""
  DELETE FROM {table(model)} t WHERE {GO_ALONG[label]};
  GET DIAGNOSTICS v_number = ROW_COUNT;
  IF v_number > 0 THEN v_went := v_went || jsonb_build_object('{model._meta.db_table}', v_number); END IF;"""

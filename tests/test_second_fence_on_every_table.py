"""Every table is fenced by row-level security or tells of no client, and the application cannot step over it."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection

pytestmark = pytest.mark.django_db

# tables that tell nothing of any client, and why
NOT_FENCED = {
    "access_user": "workers",
    "access_team": "workers",
    "access_membership": "workers",
    "access_accountreturn": "workers",
    "access_rolerequest": "workers",
    "access_attempt": "keyed hashes of names and addresses that tried to sign in",
    "access_sitting": "workers' own sessions",
    "audit_seal": "hashes of entries",
    "clients_municipality": "places",
    "clients_village": "places",
    "network_organisation": "the directory",
    "network_service": "the directory",
    "network_service_municipalities": "the directory",
    "network_areanetwork": "the directory",
    "network_areanetwork_members": "the directory",
    "network_directorychange": "the directory",
    "network_popupseries": "the directory",
    "network_presence": "the directory",
    "network_contactperson": "the directory",
    "network_directoryimport": "files for the directory",
    "network_externalref": "the directory",
    "network_popupday": "the directory",
    "network_feedbackquestion": "a code list",
    "pathways_goodpractice": "of services, in words by which nobody is known",
    "pathways_improvement": "of services, of no client",
    "pathways_needsign": "a code list",
    "pathways_outreachtheme": "a code list",
    "pathways_breakkind": "a code list",
    "pathways_bordersign": "a code list",
    "pathways_qualityitem": "a code list",
    "pathways_visitkind": "a code list",
    "pathways_watchedword": "a code list",
    "reminders_clock": "a code list",
    "reminders_delivery": "refs of steps, no words",
    "reminders_heartbeat": "the time of the last sweep",
}


def test_every_table_is_fenced_or_tells_of_no_client():
    ours = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_config.name.split(".")[0] in ("paku", "clients", "network", "pathways")
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity")
        fenced = {name for (name,) in cursor.fetchall()}

    assert ours - fenced == set(NOT_FENCED)


def test_the_application_is_neither_owner_nor_above_policies():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles"
            " WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (False, False, False, False)
        cursor.execute(
            "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = 'public' AND pg_get_userbyid(c.relowner) = current_user"
        )
        assert cursor.fetchone() == (0,)

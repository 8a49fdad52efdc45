"""The containers' database: its locale, its health check, its two roles."""

import os
import subprocess

from paku.deploy import make_secrets
from tests.paku.compose import DEPLOY, SERVICES


def test_the_database_has_the_locale_that_sorting_relies_on():
    arguments = SERVICES["postgres"]["environment"]["POSTGRES_INITDB_ARGS"]

    assert SERVICES["postgres"]["image"] == "postgres:18"
    assert "--locale-provider=builtin --builtin-locale=C.UTF-8" in arguments


def test_the_database_counts_as_well_only_when_the_application_s_role_gets_in_by_tcp(
    fresh_cluster,
):
    _, *asked = SERVICES["postgres"]["healthcheck"]["test"]
    place = asked.index("--host") + 1
    assert (
        asked[place] == "127.0.0.1"
    )  # where the server that only makes the cluster does not listen
    asked[place] = str(fresh_cluster.folder)
    path = {"PATH": f"{fresh_cluster.binaries}:{os.environ['PATH']}"}

    well = subprocess.run(asked, env=path, capture_output=True, check=False)
    not_there = [word.replace("paku_app", "paku_nobody") for word in asked]

    assert well.returncode == 0
    assert subprocess.run(not_there, env=path, capture_output=True, check=False).returncode


def test_the_roles_script_makes_two_roles_that_may_little(fresh_cluster, tmp_path):
    make_secrets.make(tmp_path)
    for statement in ("DROP DATABASE paku", "DROP ROLE paku_app", "DROP ROLE paku_owner"):
        fresh_cluster.sql(statement)
    path = f"{fresh_cluster.binaries}:{os.environ['PATH']}"
    environ = {"PATH": path, "PGHOST": str(fresh_cluster.folder), "POSTGRES_USER": "postgres"}

    subprocess.run(
        ["sh", DEPLOY / "postgres-roles.sh"],
        env={**environ, "PAKU_SECRETS": str(tmp_path)},
        check=True,
        capture_output=True,
    )

    may = "rolcanlogin, rolcreatedb, rolsuper, rolcreaterole, rolbypassrls"
    query = f"SELECT {may} FROM pg_roles WHERE rolname = '{{}}'"
    assert fresh_cluster.sql(query.format("paku_owner")) == "t|t|f|f|f"
    assert fresh_cluster.sql(query.format("paku_app")) == "t|f|f|f|f"
    owner = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'paku'"
    assert fresh_cluster.sql(owner) == "paku_owner"

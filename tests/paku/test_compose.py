"""Where no container engine is at hand, docker-compose.yml is read: every path, command and name in it must be real."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from paku.deploy import health
from tests.paku.compose import COMPOSE, OURS, ROOT, SERVICES


def test_every_part_of_paku_has_its_container():
    assert set(SERVICES) == {
        *("postgres", "redis", "migrate", "press", "web", "worker", "beat", "proxy")
    }
    assert set(OURS) == {"migrate", "press", "web", "worker", "beat"}


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"migrate"}))
def test_every_lasting_container_has_a_health_check(name):
    assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"


@pytest.mark.parametrize("name", ["press", "web", "worker", "beat"])
def test_our_health_checks_are_ones_that_exist(name):
    command = SERVICES[name]["healthcheck"]["test"]

    assert command == ["CMD", "python", "-m", "paku.deploy.health", name]
    assert name in health.CHECKS


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


def test_the_press_gets_no_key_no_database_and_no_way_out():
    assert "environment" not in SERVICES["press"]
    assert "secrets" not in SERVICES["press"]
    assert SERVICES["press"]["networks"] == ["pressing"]
    assert COMPOSE["networks"]["pressing"]["internal"]


def test_the_broker_forgets_nothing_and_drops_nothing():
    command = " ".join(SERVICES["redis"]["command"])

    assert "--appendonly yes" in command
    assert "--maxmemory-policy noeviction" in command


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

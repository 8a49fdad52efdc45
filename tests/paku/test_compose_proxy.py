"""The proxy is the only way in, and it is patient."""

import re

from paku.printing import client
from tests.paku.compose import NGINX, SERVICES


def test_the_proxy_waits_longer_than_a_paper_may_take():
    (seconds,) = re.findall(r"proxy_read_timeout (\d+)s;", NGINX)

    assert int(seconds) > client.CONNECTING_SECONDS + client.PATIENCE_SECONDS


def test_the_proxy_finds_a_web_container_that_was_made_anew():
    assert "resolver 127.0.0.11" in NGINX
    assert re.search(r"zone \w+ \w+;\s+server web:8000 resolve;", NGINX)


def test_the_proxy_takes_a_whole_request_before_it_passes_it_on():
    assert "proxy_request_buffering on;" in NGINX
    assert "client_max_body_size 10m;" in NGINX
    assert re.search(r"server (\w+):8000\b", NGINX)[1] in SERVICES
    for secret in re.findall(r"/run/secrets/(\w+)", NGINX):
        assert secret in SERVICES["proxy"]["secrets"]


def test_only_the_proxy_is_reachable_from_outside():
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]


def test_where_people_find_paku_is_asked_for_and_never_made_up():
    for name in ("PAKU_BASE_URL", "ALLOWED_HOSTS"):
        assert SERVICES["web"]["environment"][name].startswith(f"${{{name}:?")

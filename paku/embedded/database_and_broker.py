"""The database and the broker of one data folder as one thing: started together, stopped in order, shared."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO

from paku.deploy import libraries
from paku.deploy.saying import Impossible
from paku.embedded.broker import Broker
from paku.embedded.data_dir import CHECKOUT, DataDir
from paku.embedded.ending import ended_by_signals
from paku.embedded.postgres import APPLICATION, OWNER, SUPERUSER, Postgres


class Services:
    """PostgreSQL and the broker in a data folder, not yet started."""

    def __init__(self, data: DataDir, *, durable: bool = True) -> None:
        self.data = data
        data.make()
        self.postgres = Postgres(data.postgres, durable=durable)
        self.broker = Broker(data.sockets)

    def start(self) -> None:
        """Both, ready to be used; nothing is left running if the second cannot start."""
        self.postgres.start()
        try:
            self.broker.start()
        except BaseException:
            self.postgres.stop()
            raise

    def stop(self) -> None:
        """The broker first, the database last."""
        self.broker.stop()
        self.postgres.stop()

    def environ(self, **more: str) -> dict[str, str]:
        """What Paku's processes read (paku/env.py), on top of what we were started with."""
        return {
            **os.environ,
            **self.data.keys(),
            "DATABASE_URL": self.postgres.url(APPLICATION),
            "DATABASE_OWNER_URL": self.postgres.url(OWNER),
            "REDIS_URL": self.broker.url,
            "EMAIL_URL": f"file://{self.data.mail}",
            "PAKU_PRESS": f"unix://{self.data.press_socket}",
            "PAKU_BASE_URL": "http://127.0.0.1:8000",
            "ALLOWED_HOSTS": "127.0.0.1,localhost",
            "PAKU_STATIC_ROOT": str(self.data.static),
            "PYTHONPATH": str(CHECKOUT),
            **more,
        }

    def test_environ(self) -> dict[str, str]:
        """The same for a test run, which may also make and drop databases."""
        return self.environ(
            PAKU_DEMO="0",
            PAKU_BASE_URL="http://testserver",
            PAKU_TEST_ADMIN_URL=self.postgres.url(SUPERUSER, "postgres"),
            DJANGO_ALLOW_ASYNC_UNSAFE="true",  # a browser test's own event loop runs in the test's thread
        )


def given(environ: Mapping[str, str]) -> bool:
    """Whether servers of somebody else's are named, so that nothing embedded is started."""
    named = [
        bool(environ.get(name) or environ.get(f"{name}_FILE"))
        for name in ("DATABASE_URL", "REDIS_URL")
    ]
    if any(named) and not all(named):
        raise Impossible("Set both DATABASE_URL and REDIS_URL, or neither.")
    return all(named)


def pressing(data: DataDir, environ: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process that presses papers: it finds Pango and fonts; it gets no keys and no database."""
    kept = {
        name: environ[name] for name in ("PATH", "HOME", "LANG", "PYTHONPATH") if name in environ
    }
    return {
        **kept,
        **libraries.search_path(data.libraries),
        "FONTCONFIG_FILE": str(data.fonts_file()),
    }


@contextmanager
def while_needed(data: DataDir) -> Iterator[dict[str, str]]:
    """The environment of a command: attached to services that run already, else they run until the command ends."""
    services = Services(data)
    environ = services.environ(PAKU_DEMO=os.environ.get("PAKU_DEMO", "1"))
    mine, share = _join(data)
    if share:
        with share:
            _wait_for(services)
            yield environ
    elif mine:
        with mine, ended_by_signals():
            try:
                services.start()
                yield environ
                alone = data.take("users.lock", wait=True)  # others may have joined us meanwhile
            finally:
                services.stop()
        if alone:
            alone.close()


def _join(data: DataDir) -> tuple[IO[str] | None, IO[str] | None]:
    """Either the lock of the one who starts the services, or a share in services that somebody else started."""
    if mine := data.take():
        return mine, None
    share = data.take("users.lock", shared=True, wait=True)
    if share and (mine := data.take()):  # they ended while we waited
        share.close()
        return mine, None
    return None, share


def _wait_for(services: Services) -> None:
    """The one who holds the lock may still be starting them."""
    for _attempt in range(600):
        if services.broker.answers():  # it starts after the database
            return
        time.sleep(0.1)
    raise Impossible(
        f"Something holds the data folder {services.data.root}, but its servers do not answer."
    )

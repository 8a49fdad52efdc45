"""Servers for pytest: those of `manage.py test`, or, when pytest was started by itself, its own.

Loaded by `-p` (pyproject.toml): settings are read before any conftest.py, so the servers must be up on import. Of
several processes side by side (pytest-xdist) the first uses those there are; each other one starts its own, so that
nothing that a test does to a server is felt next door.
"""

from __future__ import annotations

import contextlib
import os
import socket
import time

import pytest

from paku.embedded import testing

_own = contextlib.ExitStack()
if "DATABASE_URL" not in os.environ or os.environ.get("PYTEST_XDIST_WORKER", "gw0") != "gw0":
    os.environ.update(_own.enter_context(testing.servers()))


def pytest_unconfigure() -> None:
    """Stop what we started; servers of `manage.py test` are its own to stop."""
    _own.close()


def pytest_collection_finish(session: pytest.Session) -> None:
    """The press warms up while tests are collected; a test that presses a paper finds it ready."""
    address = os.environ.get("PAKU_PRESS", "")
    if not session.items or not address.startswith("unix://"):
        return
    for _attempt in range(100):
        with socket.socket(socket.AF_UNIX) as line:
            if line.connect_ex(address.removeprefix("unix://")) == 0:
                return
        time.sleep(0.1)

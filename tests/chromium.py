"""Where the browser of the browser tests is."""

from __future__ import annotations

import os
import shutil
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)
FOR_THE_PRESS = {"FONTCONFIG_FILE", "LD_LIBRARY_PATH"}


def find_chromium() -> dict[str, Any] | None:
    """Playwright's launch arguments for PAKU_CHROMIUM, or for a Chromium on PATH; None where there is none."""
    candidates = [os.environ.get("PAKU_CHROMIUM"), *map(shutil.which, NAMES)]
    found = next((path for path in candidates if path), None)
    return (
        {"executable_path": found, "args": list(QUIET), "env": _its_own_environment()}
        if found
        else None
    )


def _its_own_environment() -> dict[str, str]:
    """Without what was set for pressing papers: the browser crashes on a page when fontconfig knows only our fonts."""
    return {name: value for name, value in os.environ.items() if name not in FOR_THE_PRESS}

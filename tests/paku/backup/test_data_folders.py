"""On a bare machine: from one data folder into another, with the keys that are kept apart from the file."""

import os
import shutil
import subprocess
import sys

from django.conf import settings

NAMED = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "PAKU_PRESS", "PAKU_STATIC_ROOT")


def manage(*words, folder) -> subprocess.CompletedProcess[str]:
    """As from a shell that names no servers."""
    environ = {name: value for name, value in os.environ.items() if name not in NAMED}
    call = [sys.executable, "manage.py", *map(str, words), "--data", str(folder)]
    return subprocess.run(
        call, cwd=settings.ROOT, env=environ, capture_output=True, text=True, check=False
    )


def test_a_folder_s_life_goes_on_in_another(short_folder):
    old, new, file = short_folder / "old", short_folder / "new", short_folder / "paku.backup"
    manage("populate", "--clients", "5", "--visits", "20", folder=old)

    made = manage("backup", file, folder=old)
    without_keys = manage("restore", file, folder=new)
    shutil.copy(old / "keys.json", new)
    restored = manage("restore", file, folder=new)
    again = manage("restore", file, folder=new)

    assert (made.returncode, made.stdout.count("read back and whole")) == (0, 1)
    assert without_keys.returncode == 1
    assert "another key" in without_keys.stderr
    assert (restored.returncode, restored.stderr) == (0, "")
    assert "The trail is whole" in restored.stdout
    assert "not empty; nothing was changed" in again.stderr
    assert "is closed" in manage("outbox", folder=new).stdout

"""Neither command holds more of the database in memory when there is more of it."""

import os
import subprocess
import sys

import psycopg
import pytest
from django.conf import settings

from tests.factories import worker

MEGABYTES = 64
MORE = """
INSERT INTO saving_draft (author_id, key, form, body, kept_at)
SELECT %s, 'x', gen_random_uuid(), decode(string_agg(md5(random()::text), ''), 'hex'), now()
FROM generate_series(1, %s) AS draft, generate_series(1, 4096) GROUP BY draft
"""
# as manage.py runs it, and then how much it has had in memory at most, in KiB
MEASURED = """
import os, resource, sys
sys.path.insert(0, os.getcwd())
from paku.embedded import commands
code = commands.run(["manage.py", *sys.argv[1:]])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print("peak", peak // (1024 if sys.platform == "darwin" else 1))
sys.exit(code)
"""


def peak(*words, on) -> int:
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *map(str, words)],
        cwd=settings.ROOT,
        env=on.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout.split()[-1])


@pytest.mark.skipif(os.name != "posix", reason="the kernel tells")
def test_sixty_four_megabytes_more_in_the_database_are_none_in_memory(own_database, tmp_path):
    author = worker().pk
    small, large = tmp_path / "small", tmp_path / "large"

    making = [peak("backup", small, on=own_database)]
    loading = [peak("restore", small, "--for-real", on=own_database)]
    with psycopg.connect(own_database.environment["DATABASE_OWNER_URL"]) as owner:
        owner.execute(MORE, [author, MEGABYTES * 16])
    making.append(peak("backup", large, on=own_database))
    loading.append(peak("restore", large, "--for-real", on=own_database))

    assert large.stat().st_size > MEGABYTES * 1_000_000
    assert making[1] - making[0] < 16 * 1024, (making, loading)
    assert loading[1] - loading[0] < 16 * 1024, (making, loading)

"""`python -m tests.benchmarks`: prints the table for the database that the environment names."""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import asdict
from pathlib import Path


def main() -> None:
    """Set Django up with the floor's addresses beside the product's, measure, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=120)
    parser.add_argument("--json", default="")
    options = parser.parse_args()

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "paku.settings")
    import django

    django.setup()
    from django.conf import settings

    import paku.wsgi  # noqa: F401 - with the collector as the web process has it

    settings.ROOT_URLCONF = "tests.benchmarks.urls"
    settings.ALLOWED_HOSTS = ["testserver"]
    from tests.benchmarks.rows import rows
    from tests.benchmarks.scene import scene

    found = []
    print(
        f"{'row':>4} {'ratio':>6} {'95 % interval':>15} {'ceiling':>8} {'ours ms':>8} {'floor ms':>9} {'cpu':>6}  what"
    )
    for row in rows(scene(), rounds=options.rounds):
        ratio = row.found
        cpu = ratio.ours_cpu_ms / ratio.floor_cpu_ms if ratio.floor_cpu_ms else 0
        interval = f"{ratio.low:.2f}–{ratio.high:.2f}"
        print(
            f"{row.number:>4} {ratio.times:>6.2f} {interval:>15} {row.ceiling:>8} {ratio.ours_ms:>8.1f}"
            f" {ratio.floor_ms:>9.1f} {cpu:>6.2f}  {row.what}",
            flush=True,
        )
        found.append(asdict(row))
    if options.json:
        Path(options.json).write_text(json.dumps(found, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()

"""The product's own Celery application for tests' own workers and beats.

The file named by PAKU_TEST_STOP holds a point: the first child that reaches it takes the file away, leaves its process
id in its place and waits to be killed. PAKU_TEST_LATE makes tasks be acknowledged late; PAKU_TEST_HURRY (a moment)
makes beat ring for it five times a second.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from celery.signals import task_prerun, worker_ready

from paku.celery import app
from paku.reminders.kill_points import Point, stop_at

ORDER = Path(os.environ["PAKU_TEST_STOP"])

if os.environ.get("PAKU_TEST_LATE"):
    app.conf.update(task_acks_late=True, task_reject_on_worker_lost=True)
if hurried_to := os.environ.get("PAKU_TEST_HURRY"):
    ring = {"task": "paku.reminders.ring", "schedule": 0.2, "args": [hurried_to]}
    app.conf.update(beat_schedule={"ring-reminders": ring}, beat_max_loop_interval=0.2)


@worker_ready.connect(weak=False)
def say_ready(**_: Any) -> None:
    os.write(1, b"is ready\n")


@task_prerun.connect(weak=False)
def say_ring(**_: Any) -> None:
    os.write(1, b"takes a ring\n")


def wait_to_be_killed(point: Point) -> None:
    """Of several, the one who gets the file away waits; the others pass."""
    try:
        if ORDER.read_text() != point:
            return
        ORDER.rename(ORDER.with_suffix(f".{os.getpid()}"))
    except FileNotFoundError:
        return
    time.sleep(120)


stop_at(wait_to_be_killed)

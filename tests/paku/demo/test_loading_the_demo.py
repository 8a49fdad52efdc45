"""Loading: once, and the same each time."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from paku.demo import world
from paku.kit.dates import today_from_database
from tests.factories import worker
from tests.paku.demo.readable import fingerprint

pytestmark = pytest.mark.django_db


def test_it_is_loaded_once():
    first, second = StringIO(), StringIO()

    call_command("load_demo", stdout=first)
    before = fingerprint()
    call_command("load_demo", stdout=second)

    assert "is loaded" in first.getvalue()
    assert "already" in second.getvalue()
    assert fingerprint() == before


def test_it_is_not_loaded_among_people_who_work_in_earnest(settings):
    settings.DEMO = False
    worker()

    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("load_demo")

    assert not world.is_loaded()


def test_it_is_the_same_world_each_time():
    prints = []
    for _time in range(2):
        with transaction.atomic():
            world.load(today_from_database())
            prints.append(fingerprint())
            transaction.set_rollback(True)

    assert prints[0] == prints[1]

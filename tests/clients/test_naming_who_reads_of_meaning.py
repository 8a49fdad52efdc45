"""Row S7: the person changes who may read, and may take the words back; the trail says that it was done, not what."""

import pytest
from django.urls import reverse

from clients.models import Meaning
from paku.audit.models import Entry
from tests.clients.meanings import SECRET, page_of, readers_of, told
from tests.desk import Desk
from tests.factories import AssignmentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(path):
    return Desk().sit(AssignmentFactory(care=path.care).worker)


@pytest.fixture
def telling(path, pair):
    pair.send(page_of(path), told())
    return Meaning.objects.get()


def sheet(seat, path, telling, *readers):
    form = seat.get(readers_of(path, telling)).context["form"]
    return {"seen": form["seen"].value(), "readers": [str(one.ref) for one in readers]}


def test_a_reader_adds_another_whom_the_person_names(path, pair, telling, desk):
    fields = sheet(pair, path, telling, pair.user, desk.user)

    assert pair.send(readers_of(path, telling), fields).status_code == 303

    assert SECRET in desk.get(page_of(path)).content.decode()
    entry = Entry.objects.get(deed="clients.meaning_readers")
    assert entry.details == {"named": [str(desk.user.ref)], "left_out": 0}


def test_a_reader_may_leave_and_then_sees_nothing(path, pair, telling, desk):
    pair.send(readers_of(path, telling), sheet(pair, path, telling, pair.user, desk.user))

    answer = desk.send(readers_of(path, telling), sheet(desk, path, telling, pair.user))

    assert answer.status_code == 303
    assert SECRET not in desk.get(page_of(path)).content.decode()
    assert desk.get(readers_of(path, telling)).status_code == 404
    assert SECRET in pair.get(page_of(path)).content.decode()


def test_one_may_hand_it_over_and_leave_at_once(path, pair, telling, desk):
    pair.send(readers_of(path, telling), sheet(pair, path, telling, desk.user))

    assert SECRET in desk.get(page_of(path)).content.decode()
    assert SECRET not in pair.get(page_of(path)).content.decode()


def test_a_list_without_anybody_is_asked_for_again(path, pair, telling):
    answer = pair.send(readers_of(path, telling), sheet(pair, path, telling))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["readers"])


def test_a_list_that_somebody_changed_meanwhile_is_not_overwritten(path, pair, telling, desk):
    opened = sheet(pair, path, telling, pair.user)
    pair.send(readers_of(path, telling), sheet(pair, path, telling, pair.user, desk.user))
    stranger = AssignmentFactory(care=path.care).worker
    opened["readers"].append(str(stranger.ref))

    assert pair.send(readers_of(path, telling), opened).status_code == 409

    assert set(Meaning.objects.get().readers) == {pair.user.pk, desk.user.pk}


def test_who_is_not_named_cannot_tell_that_it_is_there(path, telling, desk):
    nobodys = telling.ref.__class__(int=telling.ref.int ^ 1)
    for name in ("meaning-readers", "take-meaning-back"):
        here, nowhere = (
            reverse(f"clients:{name}", args=[path.client.ref, ref])
            for ref in (telling.ref, nobodys)
        )
        for ask in (desk.get, lambda url: desk.send(url, {"seen": ""})):
            assert ask(here).status_code == ask(nowhere).status_code
    assert Meaning.objects.filter(pk=telling.pk).exists()


def test_taken_back_it_is_gone_for_good(path, pair, telling):
    url = reverse("clients:take-meaning-back", args=[path.client.ref, telling.ref])

    assert pair.send(url, {})["Location"] == page_of(path)

    assert not Meaning.objects.exists()
    assert Entry.objects.filter(deed="clients.meaning_taken_back").count() == 1
    assert pair.send(url, {}).status_code == 404

"""Turvakielto: where a person is stands behind a click that is logged, and nowhere else (rule 5.7; O04, O05)."""

import re

import pytest
from django.urls import reverse

from clients.models import Client
from paku.audit.models import Entry
from tests.clients.guarded import NUMBER, STREET, VILLAGE, click_of, guard, tells
from tests.clients.standings import (
    colleague,
    colleague_with_a_reason,
    emergency,
    excluded,
    main_user,
    near_worker,
    officer,
    other_supervisor,
    own,
    pair,
    provider,
    social_colleague,
    social_worker,
    stranger,
    student,
    substitute,
    supervisor,
)
from tests.desk import Desk
from tests.every_address import NOBODY, every_address
from tests.factories import StepFactory, VisitFactory, today

pytestmark = pytest.mark.django_db


O05 = {
    own: 200, pair: 200, substitute: 200, provider: 200, social_worker: 200, supervisor: 200, emergency: 200,
    student: 403, near_worker: 403, colleague: 403, social_colleague: 403, colleague_with_a_reason: 403,
    stranger: 404, other_supervisor: 404, excluded: 404, main_user: 404, officer: 403,
}  # fmt: skip


O04 = O05 | {student: 200, near_worker: 200}


@pytest.mark.parametrize("standing", O05, ids=lambda standing: standing.__name__)
def test_with_turvakielto_the_click_shows_by_standing(path, standing):
    """O05: c for those who work with the person, lead them, or are in an emergency."""
    guard(path, by=own(path))
    seat = Desk().sit(standing(path))

    answer = seat.post(click_of(path.client))

    assert answer.status_code == O05[standing]
    assert bool(tells(answer)) == (O05[standing] == 200)


@pytest.mark.parametrize("standing", O04, ids=lambda standing: standing.__name__)
def test_without_turvakielto_contact_data_are_shown_by_standing(path, standing):
    """O04: on the file's own page; in an emergency after a click."""
    path.client.contact_points.create(kind="phone", value=NUMBER)
    seat = Desk().sit(standing(path))

    page = seat.get(reverse("pathways:client", args=[path.client.ref]))

    reads_at_once = O04[standing] == 200 and standing not in (emergency, supervisor)
    assert bool(tells(page)) == reads_at_once
    assert seat.post(click_of(path.client)).status_code == O04[standing]


def test_a_look_at_the_page_shows_the_button_alone(path, desk):
    guard(path, by=own(path))

    answer = desk.get(click_of(path.client))

    assert (answer.status_code, tells(answer)) == (200, [])
    assert not Entry.objects.filter(deed="clients.contact_shown").exists()


def test_the_click_shows_everything_without_a_link_and_leaves_an_entry(path, desk):
    guard(path, by=own(path))

    answer = desk.post(click_of(path.client))

    html = answer.content.decode()
    assert {"040 999 8877", STREET, "050 111 2233", VILLAGE} <= set(tells(answer))
    assert "no-store" in answer["Cache-Control"]
    assert "tel:" not in html.replace(f"tel:{own(path).phone}", "")
    entry = Entry.objects.get(deed="clients.contact_shown")
    assert (entry.client_refs, entry.relation) == ([path.client.ref], "own")
    assert entry.sections == ["contacts", "place", "close_numbers"]


def every_page_about(path, sister):
    """All addresses of the rooms, those of a person with the refs of this one; but the click's own."""
    visit, step = VisitFactory(path=path), StepFactory(client=path.client, due_on=today())
    refs = {"clients": path.client.ref, "paths": path.ref, "visits": visit.ref, "steps": step.ref}
    for address in every_address():
        first = address.route.partition("/")[0]
        route = address.route.replace("<uuid:member>", str(sister.ref))
        room = address.name.partition(":")[0]
        if room in ("clients", "network", "pathways") and address.name != "network:contacts":
            yield "/" + re.sub(r"<uuid:\w+>", str(refs.get(first, NOBODY)), route)


@pytest.mark.parametrize(
    "reader",
    [own, supervisor, student, near_worker, colleague_with_a_reason, emergency, officer],
    ids=lambda reader: reader.__name__,
)
def test_no_other_page_tells_where_the_person_is(path, reader):
    sister = guard(path, by=own(path))
    seat = Desk().sit(reader(path))
    pages = list(every_page_about(path, sister))

    answers = {page: seat.get(page) for page in pages}
    sent = {page: seat.send(page, {}) for page in pages if "-" in page}

    assert {page: found for page, answer in answers.items() if (found := tells(answer))} == {}
    assert {page: found for page, answer in sent.items() if (found := tells(answer))} == {}
    opened = [page for page, answer in answers.items() if answer.status_code == 200]
    assert len(opened) > (20 if reader is own else 3)


@pytest.mark.parametrize("asked", [NUMBER, "040 999 8877", "050 111 2233", VILLAGE])
def test_no_search_finds_by_what_is_protected(path, desk, asked):
    guard(path, by=own(path))

    answer = desk.post(reverse("pathways:board"), {"q": asked})

    assert path.client.last_name not in answer.content.decode()


def test_a_new_client_is_no_way_to_ask_whose_number_or_birthday_it_is(path, desk):
    Client.objects.filter(pk=path.client.pk).update(born_on="1980-03-05")
    guard(path, by=own(path))
    asked = {"last_name": "Muu", "born_on": "5.3.1980", "phone": "040 999 8877", "look": "1"}

    answer = desk.post(reverse("pathways:new-client"), asked)

    assert (answer.status_code, answer.context["found"]) == (200, [])


def test_a_paper_does_not_tell_where_the_person_is(path, desk):
    sister = guard(path, by=own(path))
    page = desk.get(reverse("network:summary", args=[path.client.ref]))
    sections = [part.name for part in page.context["form"].parts]

    answer = desk.send(
        reverse("network:summary", args=[path.client.ref]),
        {"recipient": sister.ref, "purpose": "tapaaminen", "sections": sections, "ground": "shl_41",
         "language": "fi", "preview": "1"},
    )  # fmt: skip

    assert (answer.status_code, tells(answer)) == (200, [])


def test_the_file_says_at_once_that_turvakielto_is_on(path, desk):
    guard(path, by=own(path))

    html = desk.get(reverse("pathways:client", args=[path.client.ref])).content.decode()

    assert "file-signs" in html
    assert f'action="{click_of(path.client)}"' in html

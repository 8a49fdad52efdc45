"""The tabs of one client's file: what the reader may open, where they are, and no row where there is no choice."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import AssignmentFactory, CareFactory, PathFactory, SubstituteFactory, worker

pytestmark = pytest.mark.django_db


def tabs(answer) -> list[str]:
    found = re.search(r'<nav class="file-tabs".*?</nav>', answer.content.decode(), re.DOTALL)
    return re.findall(r'<a href="([^"]+)"', found.group()) if found else []


def test_every_room_that_the_own_worker_may_open_is_one_tap_away(desk: Desk):
    path = PathFactory(care__own_worker=desk.user)
    page = desk.get(reverse("pathways:client", args=[path.client.ref]))

    found = tabs(page)

    assert reverse("clients:own-words", args=[path.client.ref]) in found
    assert {desk.get(url, follow=True).status_code for url in found} == {200}


def test_the_page_one_stands_on_is_marked(desk: Desk):
    path = PathFactory(care__own_worker=desk.user)

    page = desk.get(reverse("pathways:path", args=[path.ref])).content.decode()

    marked = re.findall(r'file-tabs.*?<a href="([^"]+)" aria-current="true"', page, re.DOTALL)
    assert marked == [reverse("pathways:client-path", args=[path.client.ref])]


def test_a_near_worker_has_one_page_of_the_file_and_no_tabs():
    path = PathFactory()
    given = AssignmentFactory(care=path.care, near_worker=True)

    page = Desk().sit(given.worker).get(reverse("pathways:client", args=[path.client.ref]))

    assert page.status_code == 200
    assert tabs(page) == []


def test_a_student_sees_no_papers():
    path = PathFactory()
    named = AssignmentFactory(care=path.care, student=True)

    page = Desk().sit(named.worker).get(reverse("pathways:client", args=[path.client.ref]))

    found = tabs(page)
    assert reverse("clients:own-words", args=[path.client.ref]) in found
    assert reverse("network:summary", args=[path.client.ref]) not in found


def test_from_the_client_to_the_newest_path(desk: Desk):
    path = PathFactory(care__own_worker=desk.user)

    answer = desk.get(reverse("pathways:client-path", args=[path.client.ref]))

    assert (answer.status_code, answer["Location"]) == (302, path.get_absolute_url())


def test_without_a_path_the_tab_leads_to_the_persons_own_page(desk: Desk):
    care = CareFactory(own_worker=desk.user)

    answer = desk.get(reverse("pathways:client-path", args=[care.client.ref]))

    assert answer["Location"] == reverse("pathways:client", args=[care.client.ref])


def test_a_colleague_is_told_to_state_a_reason_and_a_stranger_nothing():
    path = PathFactory()
    colleague = worker(team=path.care.team)
    url = reverse("pathways:client-path", args=[path.client.ref])

    assert Desk().sit(colleague).get(url).status_code == 403
    assert Desk().sit(worker(Role.SOCIAL_WORKER)).get(url).status_code == 404


def test_what_a_tab_shows_is_what_its_page_opens():
    path = PathFactory()
    standing_in = SubstituteFactory(care=path.care)
    desk = Desk().sit(standing_in.worker)

    found = tabs(desk.get(reverse("pathways:client", args=[path.client.ref])))

    assert found
    assert {desk.get(url, follow=True).status_code for url in found} == {200}


def test_a_room_of_several_pages_shows_them_all(desk: Desk):
    path = PathFactory(care__own_worker=desk.user)
    ref = path.client.ref

    page = desk.get(reverse("clients:basics", args=[ref])).content.decode()

    shown = re.search(r'<nav class="file-pages".*?</nav>', page, re.DOTALL)
    assert shown
    found = re.findall(r'<a\s[^>]*href="([^"]+)"', shown.group())
    assert {
        reverse("clients:basics", args=[ref]),
        reverse("clients:exclusions", args=[ref]),
    } <= set(found)
    assert {desk.get(url).status_code for url in found} == {200}

"""The path on one page: the picture and the table tell the same history; visits and steps stand beside it."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from paku.audit.models import Entry
from pathways.models import Pathway, StageMove
from pathways.models.stage import Stage
from tests.desk import Desk
from tests.factories import (
    MemberFactory,
    OwnWordsFactory,
    PathFactory,
    StandInFactory,
    StepFactory,
    VisitFactory,
    today,
    worker,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(ohjaaja, team):
    """At its very beginning: what follows is told by each test."""
    return PathFactory(care__own_worker=ohjaaja, care__team=team, stage=Stage.OUTREACH)


def page_of(path):
    return reverse("pathways:path", args=[path.ref])


def moved(path, stage, days_ago, **told):
    """As `move_path` leaves it."""
    on = today() - timedelta(days=days_ago)
    StageMove.objects.create(path=path, stage=stage, on=on, by=path.care.own_worker, **told)
    Pathway.objects.filter(pk=path.pk).update(stage=stage, stage_since=on)


def text_of(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_table_tells_every_stretch_with_its_days_and_who_carried_it(desk, path):
    moved(
        path,
        Stage.INTENSIVE_SUPPORT,
        60,
        why="Luottamus syntyi",
        what_next="Kotikäynti",
        carried_by="Sari Diakoni",
    )
    moved(path, Stage.TAPERING, 10, why="Arki kantaa")

    answer = desk.get(page_of(path))

    rows = answer.context["stretches"]
    assert [(row.stage, row.days) for row in rows] == [
        ("outreach", 40),
        ("intensive_support", 50),
        ("tapering", 10),
    ]
    text = text_of(answer.content.decode())
    for told in ("Luottamus syntyi", "Kotikäynti", "Sari Diakoni", "Arki kantaa"):
        assert told in text


def test_visits_count_to_the_stage_in_which_they_were(desk, path):
    moved(path, Stage.INTENSIVE_SUPPORT, 30)
    VisitFactory(path=path, on=today() - timedelta(days=50))
    VisitFactory(path=path, on=today() - timedelta(days=30))
    VisitFactory(path=path, on=today() - timedelta(days=20), met=False)

    rows = desk.get(page_of(path)).context["stretches"]

    assert [(row.met, row.tried) for row in rows] == [(1, 0), (1, 1)]


def test_the_picture_stands_on_the_page_once_for_wide_and_once_for_narrow_screens(desk, path):
    html = desk.get(page_of(path)).content.decode()

    assert re.findall(r'<svg [^>]*role="img"[^>]*viewBox="0 0 (\d+) ', html) == ["760", "288"]
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_the_persons_own_words_stand_before_the_picture(desk, path):
    OwnWordsFactory(client=path.client, text="Haluan kalastaa.")

    html = desk.get(page_of(path)).content.decode()

    assert 0 < html.index("Haluan kalastaa.") < html.index("<svg xmlns")


def test_in_the_list_what_the_client_said_comes_before_what_the_worker_wrote(desk, path):
    VisitFactory(path=path, note="Työntekijän teksti", note__client_words="Asiakkaan sanat")

    html = desk.get(page_of(path)).content.decode()

    assert 0 < html.index("Asiakkaan sanat") < html.index("Työntekijän teksti")


def test_visits_come_newest_first_in_pages_that_lead_to_each_other(desk, path):
    for days_ago in range(30):
        VisitFactory(path=path, on=today() - timedelta(days=days_ago))

    first = desk.get(page_of(path))
    second = desk.get(page_of(path) + first.context["older_url"])
    back = desk.get(page_of(path) + second.context["newer_url"])

    pages = [
        [text.visit.on for text in answer.context["visits"]] for answer in (first, second, back)
    ]
    assert [len(page) for page in pages] == [25, 5, 25]
    assert pages[0] + pages[1] == sorted(pages[0] + pages[1], reverse=True)
    assert pages[2] == pages[0]


def test_open_steps_are_shown_with_their_doers(desk, path):
    partner = MemberFactory(client=path.client, name="Pekka Velkaneuvoja")
    StepFactory(client=path.client, doer=partner, what="Varaa aika")

    text = text_of(desk.get(page_of(path)).content.decode())

    assert "Varaa aika Pekka Velkaneuvoja" in text


def test_what_was_looked_at_is_on_the_trail(desk, path):
    desk.get(page_of(path))

    entry = Entry.objects.get(deed="pathways.read")
    assert (entry.client_refs, entry.object_ref) == ([path.client.ref], str(path.ref))
    assert {"own_words", "path", "visits", "steps", "breaks", "referrals"} < set(entry.sections)


def test_an_ended_path_stays_readable_for_who_may_open_the_file_and_offers_no_move(desk, path):
    Pathway.objects.update(ended_on=today(), ending="coping")

    answer = desk.get(page_of(path))

    assert answer.status_code == 200
    assert reverse("pathways:move", args=[path.ref]) not in answer.content.decode()


def test_a_colleague_with_a_reason_reads_but_is_not_offered_the_move(path):
    colleague = StandInFactory(client=path.client, worker=worker(team=path.care.team)).worker

    answer = Desk().sit(colleague).get(page_of(path))

    assert answer.status_code == 200
    assert reverse("pathways:move", args=[path.ref]) not in answer.content.decode()


def test_a_stranger_cannot_tell_that_the_path_exists(path):
    stranger = Desk().sit(worker())
    absent = reverse("pathways:path", args=[uuid.uuid4()])

    hidden = stranger.get(page_of(path))

    assert (hidden.status_code, hidden.content) == (404, stranger.get(absent).content)


def test_the_page_can_only_be_read(desk, path):
    assert desk.send(page_of(path), {}).status_code == 405


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_page_stands_in_every_language(desk, path, language):
    desk.user.language = language
    desk.user.save(update_fields=["language"])

    html = desk.get(page_of(path)).content.decode()

    with translation.override(language):
        assert f'<html lang="{language}"' in html
        assert str(Stage.OUTREACH.label) in html


def test_the_page_costs_the_same_for_one_and_for_ten_of_everything(desk, path):
    def add(count):
        for _ in range(count):
            VisitFactory(path=path, note__client_words="Sanoja")
            StepFactory(client=path.client, doer=MemberFactory(client=path.client))
            OwnWordsFactory(client=path.client)
            moved(path, Stage.INTENSIVE_SUPPORT, 5)

    add(1)
    one = desk.cost(page_of(path))
    add(9)

    assert desk.cost(page_of(path)) == one <= 14

"""A refused sheet shows what the person typed, under its labels: no refs, no codes, nothing hidden."""

import re
import uuid
from html import unescape

import pytest
from django.urls import reverse

from paku.access.models import Membership
from pathways.models import Pathway
from tests.desk import Desk
from tests.factories import MemberFactory, MembershipFactory, PathFactory, today, worker

pytestmark = pytest.mark.django_db

NOTE, WORDS = "Mitä tapahtui, mistä puhuttiin", "Mitä asiakas sanoi, omin sanoin"
DAY = f"{today().day}.{today().month}.{today().year}"


@pytest.fixture
def path():
    return PathFactory()


@pytest.fixture
def desk(path):
    return Desk().sit(path.care.own_worker)


def a_visit(path, **fields):
    member = str(MemberFactory(client=path.client).ref)
    return {"note": "Käytiin Kelassa.\nBussi oli myöhässä.", "client_words": "ok", "kind": "home", "met": "yes",
            "on": DAY, "minutes": "45", "present": ["client", member], "step_what_1": "Soittaa Kelaan",
            "step_doer_1": member, "step_due_1": DAY, **fields}  # fmt: skip


def new_visit(path):
    return reverse("pathways:new-visit", args=[path.ref])


def shown(answer):
    """(label, text) of every line of what was kept."""
    page = answer.content.decode()
    kept = page[page.index('id="kept-title"') :]
    lines = re.findall(r"<li>(.*?)</li>", kept[: kept.index("</section>")], re.DOTALL)
    found = []
    for line in lines:
        label = re.search(r'"person-role">(.*?)</span>', line)
        text = re.search(r'"version-text">(.*?)</div>', line, re.DOTALL)[1]
        found.append((unescape(label[1]) if label else "", unescape(text)))
    return found


def told_by_names(sent):
    """As far as it can be told before any form is made: a numbered row comes without its label."""
    return [(NOTE, sent["note"]), (WORDS, "ok"), ("Päivä", DAY), ("Minuutteja yhdessä", "45"),
            ("", "Soittaa Kelaan")]  # fmt: skip


def test_what_the_world_does_not_allow_comes_back_in_words_with_labels(desk, path):
    Pathway.objects.filter(pk=path.pk).update(ended_on=today(), ending="moved")
    sent = a_visit(path)

    answer = desk.send(new_visit(path), sent)

    assert answer.status_code == 422
    assert answer.context["refusal"].code == "path_ended"
    assert shown(answer) == [
        (NOTE, sent["note"]),
        (WORDS, "ok"),
        ("Päivä", DAY),
        ("Minuutteja yhdessä", "45"),
        ("Mitä on sovittu", "Soittaa Kelaan"),
        ("Mihin mennessä", DAY),
    ]


def test_a_sheet_that_was_sent_before_with_another_text_shows_the_second_text(desk, path):
    number = uuid.uuid4()
    desk.send(new_visit(path), a_visit(path), sheet=number)

    answer = desk.send(new_visit(path), a_visit(path, note="Toinen teksti"), sheet=number)

    assert answer.status_code == 409
    assert shown(answer)[0] == (NOTE, "Toinen teksti")
    assert not {"home", "yes", "client"} & {text for _, text in shown(answer)}


def test_a_sheet_that_was_cut_short_shows_what_arrived(desk, path):
    answer = desk.post(new_visit(path), {"submission_id": uuid.uuid4(), **a_visit(path)})

    assert answer.status_code == 422
    assert shown(answer)[1] == (WORDS, "ok")
    assert not [text for _, text in shown(answer) if re.search(r"[0-9a-f]{8}-", text)]


def test_when_the_right_ended_while_one_typed_the_words_are_there_without_codes(desk, path):
    sent = a_visit(path)
    Membership.objects.filter(user=desk.user).update(
        role="supervisor", since="2020-01-01", until="2020-12-31"
    )
    MembershipFactory(user=desk.user, role="social_worker", team=path.care.team)
    path.care.own_worker = worker(team=path.care.team)
    path.care.save()

    answer = desk.send(new_visit(path), sent)

    assert answer.status_code == 403
    assert shown(answer) == told_by_names(sent)


def test_after_signing_out_the_words_are_shown_and_the_whole_sheet_is_sent_again(path):
    sent = a_visit(path)

    answer = Desk().send(new_visit(path), sent, headers={"Sec-Fetch-Site": "same-origin"})

    again = set(re.findall(r'<textarea hidden name="(\w+)"', answer.content.decode()))
    assert shown(answer) == told_by_names(sent)
    assert again == set(sent)

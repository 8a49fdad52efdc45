"""The person asks for everything that is kept of them: one click, a month, two people, or a refusal in writing."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from clients.models import SubjectRequest
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.kit.dates import months_after
from tests.desk import Desk
from tests.factories import today, worker

pytestmark = pytest.mark.django_db
GIVE = {"identity_checked": "document", "language": "fi"}


def page(path, name="file-request"):
    return reverse(f"clients:{name}", args=[path.client.ref])


def test_one_click_and_the_month_runs(desk, path):
    sent = desk.send(page(path), {})

    asked = SubjectRequest.objects.get()
    assert sent.status_code == 303
    assert (asked.received_on, asked.due_on) == (today(), months_after(today(), 1))
    assert (asked.asked_how, asked.filed_by) == ("in_person", desk.user)
    assert Entry.objects.get(deed="clients.file_request_filed").client_refs == [path.client.ref]


def test_asked_twice_it_is_one_request(desk, path):
    desk.send(page(path), {})
    desk.send(page(path), {"asked_how": "letter"})

    assert [one.asked_how for one in SubjectRequest.objects.all()] == ["in_person"]


def test_an_instructor_writes_it_down_but_does_not_answer_it(path):
    instructor = Desk().sit(worker())
    path.care.own_worker = instructor.user
    path.care.save()

    assert instructor.send(page(path), {}).status_code == 303
    assert instructor.get(page(path, "file-answer")).status_code == 403


def test_a_stranger_gets_the_same_404_as_of_nobody(asked, path):
    stranger = Desk().sit(worker(Role.SOCIAL_WORKER))
    for name in ("file-request", "file-answer", "file-decision"):
        assert stranger.get(page(path, name)).status_code == 404
        assert stranger.send(page(path, name), GIVE).status_code == 404
    assert SubjectRequest.objects.get().asked_by is None


def test_one_asks_and_another_agrees(desk, second, asked, path):
    url = page(path, "file-answer")

    assert desk.send(url, GIVE).status_code == 303
    assert SubjectRequest.objects.get().waits_for_second
    assert desk.send(url, {"outcome": "agreed"}).status_code == 403
    assert SubjectRequest.objects.get().outcome == ""
    assert second.send(url, {"outcome": "agreed"}).status_code == 303

    given = SubjectRequest.objects.get()
    assert (given.outcome, given.asked_by, given.agreed_by) == ("making", desk.user, second.user)
    assert Entry.objects.filter(deed="clients.file_agreed", actor_ref=second.user.ref).count() == 1


def test_agreeing_twice_is_once(desk, second, asked, path):
    url = page(path, "file-answer")
    desk.send(url, GIVE)
    second.send(url, {"outcome": "agreed"})

    assert second.send(url, {"outcome": "agreed"}).status_code == 303
    assert Entry.objects.filter(deed="clients.file_agreed").count() == 1


def test_the_second_sends_it_back_and_the_first_takes_it_back(desk, second, asked, path):
    url = page(path, "file-answer")
    for who in (second, desk):
        desk.send(url, GIVE)
        assert who.send(url, {"outcome": "back"}).status_code == 303
        assert not SubjectRequest.objects.get().waits_for_second


def test_the_privacy_officer_does_it_alone_after_signing_in_anew(officer, asked, path):
    url = page(path, "file-answer")
    officer.shows("webauthn", ago=3600)
    assert officer.send(url, GIVE).status_code == 403
    assert SubjectRequest.objects.get().asked_by is None

    officer.shows("webauthn")
    assert officer.send(url, GIVE).status_code == 303

    made = SubjectRequest.objects.get()
    assert (made.outcome, made.is_by_officer, made.agreed_by) == ("making", True, officer.user)


def test_the_database_too_wants_two(asked, desk):
    with pytest.raises(IntegrityError), transaction.atomic():
        SubjectRequest.objects.update(
            outcome="making", identity_checked="known", asked_by=desk.user, agreed_by=desk.user,
            asked_at=asked.filed_at, agreed_at=asked.filed_at,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({"language": "fi"}, "identity_checked"),
        ({**GIVE, "language": "se"}, "language"),
        ({**GIVE, "identity_checked": "guessed"}, "identity_checked"),
        ({**GIVE, "left_out": "alerts"}, "why_left_out"),
        ({**GIVE, "left_out": "secrets", "why_left_out": "Syy"}, "left_out"),
        ({**GIVE, "left_out": "alerts", "why_left_out": "a" * 301}, "why_left_out"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(desk, asked, path, sent, wrong):
    answer = desk.send(page(path, "file-answer"), sent)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [wrong])
    assert not SubjectRequest.objects.get().waits_for_second
    if "why_left_out" in sent:
        assert sent["why_left_out"] in answer.content.decode()


def test_more_time_once_with_the_reason(desk, asked, path):
    url = page(path, "file-decision")

    assert desk.send(url, {"outcome": "extend"}).status_code == 422
    assert (
        desk.send(url, {"outcome": "extend", "decision": "Aineistoa on paljon."}).status_code == 303
    )

    more = SubjectRequest.objects.get()
    assert (more.due_on, more.extension_reason) == (
        months_after(today(), 3),
        "Aineistoa on paljon.",
    )
    assert desk.send(url, {"outcome": "extend", "decision": "Vielä"}).status_code == 422


def test_more_time_is_not_taken_after_the_month(desk, asked, path):
    day = today() - timedelta(days=40)
    SubjectRequest.objects.update(received_on=day, due_on=months_after(day, 1))

    sent = desk.send(page(path, "file-decision"), {"outcome": "extend", "decision": "Kiire"})

    assert sent.status_code == 422
    assert SubjectRequest.objects.get().extended_on is None


def test_refused_in_writing_with_where_to_complain(desk, asked, path):
    url = page(path, "file-decision")

    assert desk.send(url, {"outcome": "refuse", "decision": "En anna"}).status_code == 422
    assert desk.send(url, {"outcome": "refuse", "refusal": "not_known"}).status_code == 303

    refused = SubjectRequest.objects.get()
    assert (refused.outcome, refused.refusal, refused.decided_by) == ("refused", "not_known", desk.user)  # fmt: skip
    assert "tietosuoja.fi" in refused.decision
    assert desk.send(page(path), {}).status_code == 303  # one may ask anew
    assert SubjectRequest.objects.open().count() == 1

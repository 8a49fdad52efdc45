"""The autosave's JSON, the searches, the sign-in page: whatever is sent, an answer in words."""

import uuid
from itertools import cycle

import pytest

from paku.access.roles import Role
from paku.audit.models import Entry
from paku.saving.models import Draft
from tests.desk import Desk
from tests.factories import ClientFactory, PathFactory, worker
from tests.paku.bad_inputs.doors import a_desk
from tests.paku.bad_inputs.reading import rows, typed_in
from tests.paku.kit.bad_inputs import of

pytestmark = pytest.mark.django_db

BAD_JSON = {
    "BI-214 null": '{"note":"a\\u0000b"}',
    "BI-214 half a letter": '{"note":"a\\ud800b"}',
    "BI-214 half a letter in a list": '{"present":["\\udfff"]}',
    "BI-214 half a letter in a name": '{"\\ud800":"a"}',
    "BI-217 NaN": '{"note":NaN}',
    "BI-217 Infinity": '{"note":-Infinity}',
    "BI-217 1e400": '{"note":1e400}',
    "BI-217 10**400": '{"note":' + "9" * 400 + "}",
    "BI-217 10**5000": '{"note":' + "9" * 5000 + "}",
    "BI-218 object": '{"note":{"$gt":""}}',
    "BI-218 true": '{"note":true}',
    "BI-218 list of lists": '{"present":[["a"]]}',
    "null": "null",
    "deep": "[" * 100_000,
    "deep object": '{"a":' * 50_000,
    "many names": "{" + ",".join(f'"{n}":""' for n in range(5000)) + "}",
}
LOOKED_FOR = of("search", "note_web_xss", "person_name", "note", but=("BI-080",))


def told_of(answer):
    """What the trail and the answer's headers say."""
    return str(list(Entry.objects.values())) + str(answer.headers)


@pytest.mark.parametrize("body", BAD_JSON.values(), ids=BAD_JSON)
def test_json_that_no_page_of_ours_sends_is_refused_in_words(body):
    desk, path = a_desk()

    answer = desk.leave(f"visit/{path.ref}", body)

    assert answer.status_code == 422
    assert not Draft.objects.exists()
    assert desk.get(f"/paths/{path.ref}/visits/new/").status_code == 200


@pytest.mark.parametrize(
    "fields",
    [
        {"note": ["a", "b"], "kind": ["home"], "on": ["x"], "present": "client"},
        {
            "on": "32.13.2026",
            "minutes": "x",
            "travel_km": "1e5",
            "met": "perhaps",
            "kind": "nowhere",
        },
        {"submission_id": "x", "_end": "1", "text_len": "9", "csrfmiddlewaretoken": "x"},
        {"step_what_1": ["x"], "step_doer_1": "nobody", "step_due_1": "\u202e", "unknown": "x"},
        {"note": "</textarea><script>alert(1)</script>", "client_words": "\u0007\ufdd0\ufffd"},
        {"": "", " ": " ", "x" * 61: "x"},
    ],
)
def test_an_odd_draft_comes_back_as_a_page_that_can_be_filled_in(fields):
    desk, path = a_desk()

    kept = desk.leave(f"visit/{path.ref}", fields)
    page = desk.get(f"/paths/{path.ref}/visits/new/")

    assert (kept.status_code, page.status_code) == (204, 200)
    assert "<script>alert(1)" not in page.content.decode()
    assert desk.get("/").status_code == 200


@pytest.mark.parametrize(
    ("value", "expected"), of("note", "note_web_xss", "person_name", but=("BI-080", "BI-011"))
)
def test_a_draft_gives_back_exactly_what_was_typed(value, expected):
    desk, path = a_desk()

    desk.leave(f"visit/{path.ref}", {"note": value})

    assert typed_in(desk.get(f"/paths/{path.ref}/visits/new/"))["note"] == value


def test_a_draft_longer_than_fits_is_refused_and_the_earlier_one_stays():
    desk, path = a_desk()
    sheet = uuid.uuid4()
    desk.leave(f"visit/{path.ref}", {"note": "alku"}, sheet=sheet)

    answer = desk.leave(f"visit/{path.ref}", {"note": "ä" * 1_000_000}, sheet=sheet)

    assert answer.status_code == 422
    assert Draft.objects.get().fields == {"note": "alku"}


@pytest.mark.parametrize("address", ["/clients/", "/network/", "/trail/"])
def test_a_search_is_literal_whatever_is_looked_for(address):
    role = Role.PRIVACY_OFFICER if address == "/trail/" else Role.INSTRUCTOR
    desk = Desk().sit(worker(role))
    before = rows()

    for case in LOOKED_FOR:
        value = case.values[0]
        answer = desk.post(address, {"worker" if address == "/trail/" else "q": value})

        assert answer.status_code in {200, 302, 422}, case.id
        assert rows() == before, case.id
        assert "<script>alert" not in answer.content.decode(), case.id
        if len(value.strip()) > 8:
            assert value not in told_of(answer), case.id


@pytest.mark.parametrize("typed", ["%", "_______", "(a+)+$", "*", "' OR '1'='1", "\\", "%%%%"])
def test_a_sign_finds_only_itself(typed):
    desk, _ = a_desk(care__client__last_name="Virtanen")

    answer = desk.post("/clients/", {"q": typed})

    assert (answer.status_code, answer.context["rows"]) == (200, [])


@pytest.mark.parametrize("value", [case.values[0] for case in of("search") if case.id == "BI-153"])
def test_bi_153_a_name_in_turkish_letters_finds_itself(value):
    name = value.split()[0]
    desk, path = a_desk()
    mine = PathFactory(
        care__own_worker=desk.user,
        care__team=path.care.team,
        care__client=ClientFactory(last_name=name),
    )

    assert str(mine.client.ref) in desk.post("/clients/", {"q": name}).content.decode()


def test_whatever_is_typed_at_the_sign_in_page_signs_nobody_in():
    before = rows()

    for case, field in zip(LOOKED_FOR, cycle(("login", "password"))):  # each of them costs a hash
        value = case.values[0]
        answer = Desk().post("/sign-in/", {"login": "kaisa", "password": "x", field: value})

        assert answer.status_code == 422, case.id
        assert "<script>alert" not in answer.content.decode(), case.id
        assert rows() == before, case.id
        assert len(value.strip()) <= 8 or value not in told_of(answer), case.id


@pytest.mark.parametrize("address", ["/account/language/", "/sign-out/", "/notices/{}/seen/"])
def test_the_small_posts_take_only_what_they_know(address):
    desk, _ = a_desk()
    before = rows()

    for case in of("search", "note_web_xss", "person_name"):
        fields = dict.fromkeys(("language", "next", "x"), case.values[0])
        answer = desk.sit(desk.user).post(address.format(uuid.uuid4()), fields)

        assert answer.status_code in {302, 404}, case.id
        assert answer.get("Location", "/").startswith("/"), case.id
        assert rows() == before, case.id

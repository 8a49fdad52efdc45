"""What may be a password, and changing one's own."""

import gzip
from datetime import timedelta

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db.models import F

from paku.access.models import Sitting
from paku.access.passwords.rules import HERE
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import PASSWORD, TeamFactory, worker

pytestmark = pytest.mark.django_db
PAGE = "/account/password/"
NEW = "seitsemän väsynyttä majakkaa"


@pytest.fixture(autouse=True)
def no_demo(settings):
    settings.DEMO = False


@pytest.fixture
def somebody():
    team = TeamFactory(name="Suvannon tiimi", provider="Kuvitteellinen seurakunta")
    return worker(username="kaisa.kuusi", name="Kaisa Kuusikangas", team=team)


@pytest.fixture
def desk(somebody, settings):
    settings.DEMO = True  # without a second factor: that has tests of its own
    return Desk().sit(somebody)


def is_taken(password, somebody):
    try:
        validate_password(password, somebody)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    "password",
    [
        "seitsemän väsynyttä majakkaa",
        "oikeahevonenakkuniitti",
        "kuusen-kuiskaus-7",
        "            x tyhjä",
        "x" * 3 + "ÄÖ€!?" * 4 + "majava",
        "ну погоди, заяц мой",
        "T7#q" + "vKz9!mWp" * 100,
    ],
)
def test_length_is_all_that_is_asked_for(password, somebody):
    assert is_taken(password, somebody)


@pytest.mark.parametrize(
    "password",
    [
        "elevensigns",
        "",
        "a" * 1025,
        "123456789012",
        "abcdefghijklmn",
        "aaaaaaaaaaaaaaaa",
        "1qaz2wsx3edc",
        "password1234",
        "P@ssw0rd2026!",
        "Salasana2026!",
        "salasanasalasana",
        "Jyväskylä2026",
        "Viitasaari-1234",
        "Virtanen123456",
        "paku-paku-paku",
        "kaisa.kuusi.2026",
        "Kuusikangas2026",
        "Suvannon tiimi 1",
        "seurakunta1234",
        "paku-demo",
    ],
)
def test_what_a_stranger_would_try_first_is_not_taken(password, somebody):
    assert not is_taken(password, somebody)


def test_the_demonstrations_own_password_is_taken_there_only(somebody, settings):
    assert not is_taken("paku-demo", somebody)
    settings.DEMO = True
    assert is_taken("paku-demo", somebody)
    assert not is_taken("paku-dema", somebody)


def test_the_list_is_part_of_the_product_and_of_some_size():
    with gzip.open(HERE / "common.txt.gz", "rt", encoding="utf-8") as common:
        words = common.read().splitlines()

    assert words == sorted(set(words))
    assert len(words) > 50_000


def test_a_password_is_kept_as_argon2id(somebody):
    somebody.set_password(NEW)

    assert somebody.password.startswith("argon2$argon2id$")


def wanted(**fields):
    return {"password": PASSWORD, "new": NEW, "again": NEW, "_end": "1", **fields}


def test_one_changes_it_with_the_old_one_and_every_other_session_ends(desk):
    elsewhere = Desk().sit(desk.user)
    key, began_at = desk.session.session_key, Sitting.objects.order_by("began_at")[0].began_at

    answer = desk.post(PAGE, wanted())

    assert (answer.status_code, answer["Location"]) == (303, "/account/")
    assert desk.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302
    assert desk.session.session_key != key
    assert Sitting.objects.of(desk.user).get().began_at == began_at
    assert desk.login(username=desk.user.username, password=NEW)
    deeds = Entry.objects.filter(deed__startswith="access.").order_by("pk")
    assert [e.deed for e in deeds] == ["access.password_changed", "access.sessions_ended"]


@pytest.mark.parametrize(
    ("fields", "beside"),
    [
        ({"password": "wrong"}, "password"),
        ({"new": "short", "again": "short"}, "new"),
        ({"new": PASSWORD, "again": PASSWORD}, "new"),
        ({"again": "seitsemän väsynyttä"}, "again"),
        ({"new": "", "again": ""}, "new"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_changes(desk, fields, beside):
    answer = desk.post(PAGE, wanted(**fields))

    assert (answer.status_code, beside in answer.context["form"].errors) == (422, True)
    desk.user.refresh_from_db()
    assert desk.user.check_password(PASSWORD)
    assert Entry.objects.get(deed="access.password_not_changed").outcome == "denied"


def test_a_mistake_in_the_new_one_tells_nothing_of_the_old(desk):
    right, wrong = (
        desk.post(PAGE, wanted(password=tried, new="short", again="short")).context["form"].errors
        for tried in (PASSWORD, "wrong")
    )

    assert right == wrong


def test_half_a_post_changes_nothing(desk):
    assert desk.post(PAGE, {"password": PASSWORD, "new": NEW}).status_code == 422
    desk.user.refresh_from_db()
    assert desk.user.check_password(PASSWORD)


def test_no_refusal_writes_a_password_into_a_page(desk):
    desk.get("/account/")
    cut_short = desk.post(PAGE, {"password": PASSWORD, "new": NEW})
    Sitting.objects.update(seen_at=F("seen_at") - timedelta(minutes=20))
    locked = desk.post(PAGE, wanted())

    pages = cut_short.content.decode() + locked.content.decode()
    assert not any(secret in pages for secret in (PASSWORD, NEW))

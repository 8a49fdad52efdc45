"""Row S8: a picture that the person chose, made anew without metadata, shown beside the name and in no list."""

import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from clients.models import Picture
from paku.access.roles import Role
from tests.clients.pictures import a_jpeg, a_png, page_of, sent, sheet
from tests.desk import Desk
from tests.factories import AssignmentFactory, StandInFactory, worker

pytestmark = pytest.mark.django_db


def shown(seat, path):
    return seat.get(page_of(path, "picture-image"))


def test_a_picture_is_put_in_and_stands_beside_the_name(desk, path):
    assert desk.send(page_of(path), sheet(a_jpeg()))["Location"] == page_of(path)

    first = desk.get(reverse("pathways:client", args=[path.client.ref])).content.decode()
    assert f'src="{page_of(path, "picture-image")}"' in first
    answer = shown(desk, path)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/jpeg", "no-store")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert Image.open(io.BytesIO(answer.content)).format == "JPEG"


def test_only_what_one_sees_is_kept_and_it_stands_upright(desk, path):
    desk.send(page_of(path), sheet(a_jpeg(1600, 900, turned=True, place="Koulutie 7")))

    content = shown(desk, path).content
    assert b"Koulutie" not in content
    assert b"Exif" not in content
    kept = Image.open(io.BytesIO(content))
    assert not kept.getexif()
    assert kept.size == (450, 800)
    red, blue = kept.getpixel((225, 20)), kept.getpixel((225, 780))
    assert red[0] > 200 > 60 > red[2]
    assert blue[2] > 200 > 60 > blue[0]


def test_a_see_through_picture_stands_on_white(desk, path):
    desk.send(page_of(path), sheet(a_png(colour=(0, 0, 0, 0))))

    assert Image.open(io.BytesIO(shown(desk, path).content)).getpixel((5, 5)) == (255, 255, 255)


def test_another_picture_takes_the_place_of_the_first(desk, path):
    desk.send(page_of(path), sheet(a_jpeg()))
    desk.send(page_of(path), sheet(a_png()))

    assert shown(desk, path).content
    assert Picture.objects.count() == 1


def test_taken_away_it_is_gone(desk, path):
    desk.send(page_of(path), sheet(a_jpeg()))

    for _time in range(2):
        assert desk.post(page_of(path, "take-picture-away")).status_code == 303

    assert not Picture.objects.exists()
    assert shown(desk, path).status_code == 404


WRONG = {
    "nothing": {},
    "an empty file": {"picture": sent(b"")},
    "a text": {"picture": sent(b"Hei vaan")},
    "a drawing with script": {"picture": sent(b"<svg onload='alert(1)'></svg>", "image/svg+xml")},
    "a web page called a picture": {"picture": sent(b"<html><script>alert(1)</script>")},
    "half a picture": {"picture": sent(a_png(600, 600, noisy=True)[:3000])},
    "a gif": {"picture": sent(a_png(kind="GIF"))},
    "too many pixels": {"picture": sent(a_png(5001, 5000, mode="1"))},
    "too many bytes": {"picture": sent(a_png() + b"0" * 7 * 1024 * 1024)},
    "a text where the file belongs": {"picture": "kuva.jpg"},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_what_is_no_picture_is_refused_in_a_sentence(desk, path, wrong):
    if isinstance(file := wrong.get("picture"), SimpleUploadedFile):
        file.seek(0)
    answer = desk.send(page_of(path), {"chosen_on": "1.3.2026", **wrong})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["picture"])
    assert answer.context["form"]["chosen_on"].value() == "1.3.2026"
    assert not Picture.objects.exists()


def test_a_day_still_ahead_is_noticed(desk, path):
    answer = desk.send(page_of(path), sheet(a_jpeg(), chosen_on="1.1.2099"))

    assert list(answer.context["form"].errors) == ["chosen_on"]


def test_the_same_sheet_sent_twice_is_saved_once(desk, path):
    number = uuid.uuid4()

    answers = [desk.send(page_of(path), sheet(a_jpeg()), sheet=number) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert Picture.objects.count() == 1


def test_it_is_seen_by_those_to_whom_the_file_is_open(desk, path):
    desk.send(page_of(path), sheet(a_jpeg()))
    colleague = worker(team=path.care.team)
    near = AssignmentFactory(care=path.care, near_worker=True).worker
    supervisor = worker(Role.SUPERVISOR, team=path.care.team)

    for user, status in ((near, 403), (colleague, 403), (supervisor, 403), (worker(), 404)):
        assert shown(Desk().sit(user), path).status_code == status

    StandInFactory(client=path.client, worker=colleague)
    seat = Desk().sit(colleague)
    assert shown(seat, path).status_code == 200
    assert seat.get(page_of(path)).status_code == 403
    assert seat.post(page_of(path, "take-picture-away")).status_code == 403


def test_it_is_in_no_list_and_costs_no_statement(desk, path):
    first = reverse("pathways:client", args=[path.client.ref])
    before = desk.cost(first)
    desk.send(page_of(path), sheet(a_jpeg()))

    assert desk.cost(first) == before
    for url in ("/", "/clients/"):
        assert "picture" not in desk.get(url).content.decode()

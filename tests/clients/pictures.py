"""Pictures as telephones and others send them."""

import io
import os

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from tests.factories import today

ORIENTATION, DESCRIPTION = 0x0112, 0x010E


def a_jpeg(width=400, height=300, *, turned=False, place=""):
    """Left half red, right half blue. Turned: the camera was held upright, and says so in its metadata."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (width // 2, 0, width, height))
    exif = Image.Exif()
    if turned:
        exif[ORIENTATION] = 6
    if place:
        exif[DESCRIPTION] = place
    return _written(image, "JPEG", exif=exif)


def a_png(width=40, height=30, *, mode="RGBA", colour=0, noisy=False, kind="PNG"):
    image = Image.new(mode, (width, height), colour)
    if noisy:
        image = Image.frombytes("RGB", (width, height), os.urandom(width * height * 3))
    return _written(image, kind)


def _written(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def sent(content, kind="image/jpeg"):
    return SimpleUploadedFile("IMG_0001.jpg", content, content_type=kind)


def page_of(path, name="picture"):
    return reverse(f"clients:{name}", args=[path.client.ref])


def sheet(content, **fields):
    return {"picture": sent(content), "chosen_on": today().isoformat(), **fields}

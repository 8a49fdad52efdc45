"""A picture that somebody sends, made anew: what one sees is kept, and nothing else of the file.

No metadata (place, camera, time), no profile, no second layer survives, since only the pixels are written again.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

from paku.kit.refusals import BadText

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 7 * 1024 * 1024  # a whole post is 8 MiB at most (settings)
MOST_PIXELS = 25_000_000
EDGE = 800
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    EOFError,
    struct.error,
    zlib.error,
    MemoryError,
)


@dataclass(frozen=True, slots=True)
class Encoded:
    """A JPEG whose longer edge is at most `EDGE` pixels."""

    image: bytes
    width: int
    height: int


def encode(raw: bytes) -> Encoded:
    """Upright, on white, small. Raises BadText with a sentence for beside the field."""
    if len(raw) > MOST_BYTES:
        raise BadText(_("The picture is too big: 7 megabytes at most."), code="big")
    try:
        with Image.open(BytesIO(raw), formats=FORMATS) as sent:
            if sent.width * sent.height > MOST_PIXELS:
                raise BadText(
                    _("The picture has too many pixels: 25 million at most."), code="pixels"
                )
            return _written(sent)
    except Image.DecompressionBombError:
        raise BadText(
            _("The picture has too many pixels: 25 million at most."), code="pixels"
        ) from None
    except UnidentifiedImageError:
        raise BadText(
            _("This is not a picture that Paku knows: choose a JPEG, PNG or WebP file."),
            code="kind",
        ) from None
    except BROKEN:
        raise BadText(
            _("The picture is broken or came only in part. Choose another, or try again."),
            code="broken",
        ) from None


def _written(sent: Any) -> Encoded:
    sent.draft("RGB", (EDGE, EDGE))  # a JPEG is read no larger than is needed
    upright: Any = ImageOps.exif_transpose(sent)
    upright.thumbnail((EDGE, EDGE), Image.Resampling.LANCZOS)
    layered = upright.convert("RGBA")
    plain = Image.new("RGB", layered.size, "white")
    plain.paste(layered, mask=layered.getchannel("A"))
    out = BytesIO()
    plain.save(out, "JPEG", quality=85, optimize=True)
    return Encoded(out.getvalue(), plain.width, plain.height)

"""Whether everybody can read it: the colours of static/css/tokens.css against WCAG 2.2 AA, in both themes."""

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).resolve().parents[2] / "static" / "css" / "tokens.css").read_text()
WORDS = 4.5  # WCAG 2.2, 1.4.3
SIGNS = 3.0  # WCAG 2.2, 1.4.11: edges of fields, focus, icons, stage marks

STAGES = ("outreach", "early", "intensive", "tapering", "exit")
TONES = ("good", "warn", "bad", "quiet", "lake")
GROUNDS = ("paper", "surface", "sunk")

READ = [
    *(
        (word, ground)
        for word in ("ink", "ink-soft", "lake", "lake-deep", "bad", "warn", "good")
        for ground in GROUNDS
    ),
    *((tone, f"{tone}-wash") for tone in TONES),
    *(("ink", f"{tone}-wash") for tone in TONES),
    *((stage, f"{stage}-wash") for stage in STAGES),
    *((stage, "surface") for stage in STAGES),
    ("on-lake", "lake"),
    ("on-lake", "lake-deep"),
    ("lake-deep", "lake-wash"),
]
SEEN = [
    *((sign, ground) for sign in ("line-strong", "focus") for ground in GROUNDS),
    *((f"{stage}-edge", "surface") for stage in STAGES),
    *((tone, f"{tone}-wash") for tone in TONES),
]


def block(opening: str) -> dict[str, str]:
    """The `--name: #rrggbb;` lines of the first rule that opens so."""
    body = TOKENS.split(opening, 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6});", body))


LIGHT = block(":root {")
DARK = block(':root[data-theme="dark"] {')
THEMES = {"light": LIGHT, "dark": DARK}


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2, glossary)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (red, green, blue)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("word", "ground"), READ)
def test_words_can_be_read(theme: str, word: str, ground: str) -> None:
    colours = THEMES[theme]

    assert contrast(colours[word], colours[ground]) >= WORDS


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("sign", "ground"), SEEN)
def test_signs_can_be_seen(theme: str, sign: str, ground: str) -> None:
    colours = THEMES[theme]

    assert contrast(colours[sign], colours[ground]) >= SIGNS


def test_the_chosen_dark_is_the_device_s_dark() -> None:
    assert block(':root:not([data-theme="light"]) {') == DARK


def test_every_colour_has_a_dark_twin() -> None:
    assert LIGHT.keys() == DARK.keys()

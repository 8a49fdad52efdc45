"""Whoever has a name can have it shown: on the screen and on paper."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from paku.printing.fonts import rename
from paku.printing.letters import CYRILLIC, EXTENDED, LATIN, SAMI, points

STATIC = Path(__file__).resolve().parents[3] / "static"
ON_PAPER = sorted((STATIC / "fonts" / "paper").glob("PakuSans-*.ttf"))
FACES = re.findall(
    r'font-weight: (\d+);.*?url\("\.\./fonts/([^"]+)"\).*?unicode-range: ([^;]+);',
    (STATIC / "css" / "fonts.css").read_text(),
    re.DOTALL,
)
SIGNS = "–—‑-·•…“”‘’»«„½€£§©×±≤≥≠←↑→↓↗↘✓✗☐☑○●■▲▼№′″°†"
NAMES = {
    "Finnish and Swedish": "åäöÅÄÖšžŠŽéüÉÜ",
    "Sámi": SAMI,
    "Baltic, Polish, Czech, Romani": "āčēģīķļņšūžąęėįųłńśźżćřťďůőűģŠŽĀĒŪŁŚŹŻ",
    "Turkish, Albanian, Romanian": "ğışçİŞëËăâîșțȘȚ",
    "Vietnamese": "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    "Russian and Ukrainian": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяґєіїҐЄІЇАЯ",
}


def letters_of(path: Path) -> set[int]:
    return set(TTFont(path).getBestCmap())


@pytest.mark.parametrize("path", ON_PAPER, ids=lambda path: path.stem)
@pytest.mark.parametrize("letters", [*NAMES.values(), SIGNS], ids=[*NAMES, "signs"])
def test_paper_has_every_letter(path: Path, letters: str) -> None:
    assert {sign for sign in letters if ord(sign) not in letters_of(path)} == set()


@pytest.mark.parametrize("weight", ["400", "600", "700"])
@pytest.mark.parametrize("letters", [*NAMES.values(), SIGNS], ids=[*NAMES, "signs"])
def test_the_screen_has_every_letter_in_every_weight(weight: str, letters: str) -> None:
    files = [STATIC / "fonts" / file for of, file, _ in FACES if of == weight]
    held = set().union(*(letters_of(path) for path in files))

    assert {sign for sign in letters if ord(sign) not in held} == set()


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_arabic_and_persian_names_have_their_letters_and_the_space_between_them(style: str) -> None:
    held = letters_of(STATIC / "fonts" / "paper" / f"PakuArabic-{style}.ttf")

    assert {sign for sign in "سارة الأحمد فاطمه گلپایگانی ژ چ ێ" if ord(sign) not in held} == set()


@pytest.mark.parametrize(("weight", "file", "ranges"), FACES, ids=[file for _, file, _ in FACES])
def test_a_web_font_is_loaded_only_for_letters_it_was_cut_for(
    weight: str, file: str, ranges: str
) -> None:
    allowed: set[int] = set()
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", ranges):
        allowed |= set(range(int(first, 16), int(last or first, 16) + 1))

    assert letters_of(STATIC / "fonts" / file) <= allowed


def test_the_file_that_every_page_loads_is_small() -> None:
    sizes = [path.stat().st_size for path in (STATIC / "fonts").glob("paku-sans-latin-*.woff2")]

    assert len(sizes) == 3
    assert max(sizes) <= 20_000


def test_a_font_that_is_built_again_is_the_same(tmp_path: Path) -> None:
    font = TTFont(ON_PAPER[0])
    rename(font, "Paku Sans", 400)

    font.save(tmp_path / "again.ttf")

    head = TTFont(tmp_path / "again.ttf")["head"]
    assert head.modified == head.created


def test_no_letter_lies_in_two_files() -> None:
    assert not set(points(LATIN)) & set(points(EXTENDED))
    assert not set(points(LATIN)) & set(points(CYRILLIC))


@pytest.mark.parametrize(
    "path", sorted((STATIC / "fonts").rglob("*.[tw]*f*")), ids=lambda path: path.name
)
def test_the_reserved_name_is_not_used_and_the_licence_goes_along(path: Path) -> None:
    names = TTFont(path)["name"]

    assert names.getDebugName(16).startswith("Paku ")
    assert all("Source" not in names.getDebugName(number) for number in (1, 3, 4, 6, 16))
    assert "SIL Open Font License" in names.getDebugName(13)

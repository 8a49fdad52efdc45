"""Builds static/fonts: ``python -m paku.printing.fonts LATIN.ttf ARABIC-FOLDER FOLDER``.

The Latin font is a variable one, the Arabic one a folder of static weights. Arabic must be a font with whole letters:
one that puts letters together from strokes and dots shows well but cannot be read back from a PDF.

Run by hand when a source font gets a new version; the made files are in the tree, with their sources and checksums in
``static/fonts/README.md``. Both sources have a Reserved Font Name, so what is cut from them has another: "Paku Sans"
and "Paku Arabic". The Latin one lacks ǩ and Ǩ of Skolt Sámi: they are put together from its own k and caron.
"""

import sys
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent  # type: ignore[import-untyped]
from fontTools.varLib import instancer  # type: ignore[import-untyped]

from paku.printing.letters import (
    ARABIC,
    CYRILLIC,
    EXTENDED,
    LATIN,
    WITH_ARABIC,
    Ranges,
    css_range,
    points,
)

WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold"}
LEFT_OUT = {("arabic", 600)}
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "case"]
ARABIC_FEATURES = [*FEATURES, "init", "medi", "fina", "isol", "rlig", "calt", "rclt"]
WEB_FILES: tuple[tuple[str, str, Ranges], ...] = (
    ("paku-sans-latin", "latin", LATIN),
    ("paku-sans-extended", "latin", EXTENDED),
    ("paku-sans-cyrillic", "latin", CYRILLIC),
    ("paku-arabic", "arabic", ARABIC),
)
FACE = """@font-face {{
  font-family: "Paku Sans";
  font-style: normal;
  font-weight: {weight};
  font-display: swap;
  src: url("../fonts/{file}") format("woff2");
  unicode-range: {range};
}}
"""
HEAD = "/* Made by paku/printing/fonts.py; a file is loaded only by a page that has letters of its range. */\n\n"


def weight_of(source: Path, weight: int) -> TTFont:
    """One static weight, its letters complete; `source` is a variable font or a folder of static ones."""
    if source.is_dir():
        (static,) = source.glob(f"*-{WEIGHTS[weight]}.ttf")
        return TTFont(static)
    font = instancer.instantiateVariableFont(TTFont(source), {"wght": weight}, inplace=True)
    add_letter(font, 0x01E9, base="k", like="h", model=0x021F)
    add_letter(font, 0x01E8, base="K", like="H", model=0x021E)
    return font


def anchor(font: TTFont, base: str, mark: str) -> tuple[int, int]:
    """Where the mark sits on the base glyph, from the font's own mark positioning."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for wrapped in lookup.SubTable:
            table = getattr(wrapped, "ExtSubTable", wrapped)
            if table.LookupType != 4 or base not in table.BaseCoverage.glyphs:
                continue
            if mark in table.MarkCoverage.glyphs:
                place = table.MarkCoverage.glyphs.index(mark)
                mark_class = table.MarkArray.MarkRecord[place].Class
                row = table.BaseArray.BaseRecord[table.BaseCoverage.glyphs.index(base)]
                point = row.BaseAnchor[mark_class]
                return point.XCoordinate, point.YCoordinate
    raise LookupError(f"{mark} has no place on {base}")


def add_letter(font: TTFont, point: int, *, base: str, like: str, model: int) -> None:
    """Adds a letter made of `base` and the accent of the `model` letter, which is made of `like` in the same way."""
    glyphs, name = font["glyf"], f"uni{point:04X}"
    accent = glyphs[font.getBestCmap()[model]].components[1]
    move = anchor(font, base, "uni030C")[0] - anchor(font, like, "uni030C")[0]
    letter = Glyph()
    letter.numberOfContours = -1
    letter.components = []
    for part, x, y in ((base, 0, 0), (accent.glyphName, accent.x + move, accent.y)):
        component = GlyphComponent()
        component.glyphName, component.x, component.y, component.flags = part, x, y, 0x0004
        letter.components.append(component)
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    glyphs[name] = letter
    font["hmtx"][name] = font["hmtx"][base]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[point] = name


def cut(font: TTFont, ranges: Ranges, features: list[str], *, flavor: str | None) -> TTFont:
    """Leaves only the letters of the ranges, without hints."""
    options = subset.Options(
        layout_features=features, hinting=False, notdef_outline=True, flavor=flavor, name_IDs=["*"]
    )
    options.drop_tables += ["DSIG", "BASE", "STAT"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points(ranges))
    subsetter.subset(font)
    font.flavor = flavor
    return font


def rename(font: TTFont, family: str, weight: int) -> None:
    """Gives the font our family name; its copyright and licence lines stay."""
    names = font["name"]
    kept = {number: names.getDebugName(number) for number in (0, 13, 14)}
    names.names = []
    style, plain = WEIGHTS[weight], weight in (400, 700)
    mine = {
        1: family if plain else f"{family} {style}",
        2: style if plain else "Regular",
        3: f"{family} {style}",
        4: f"{family} {style}",
        6: f"{family.replace(' ', '')}-{style}",
        16: family,
        17: style,
    }
    for number, text in {**kept, **mine}.items():
        names.setName(text or "", number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = {400: 0x40, 600: 0x40, 700: 0x20}[weight]
    font["head"].macStyle = int(weight == 700)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = (
        False  # else saving writes the present moment there, and no two builds are alike
    )


def build(latin: Path, arabic: Path, folder: Path) -> None:
    """Writes the paper fonts, the web fonts and fonts.css (next to the fonts' folder, in css/)."""
    source = {
        "latin": (latin, "Paku Sans", FEATURES),
        "arabic": (arabic, "Paku Arabic", ARABIC_FEATURES),
    }
    faces = []
    (folder / "paper").mkdir(parents=True, exist_ok=True)
    for weight, style in WEIGHTS.items():
        for kind, ranges in (
            ("latin", LATIN + EXTENDED + CYRILLIC),
            ("arabic", ARABIC + WITH_ARABIC),
        ):
            if (kind, weight) in LEFT_OUT:
                continue
            path, family, features = source[kind]
            font = cut(weight_of(path, weight), ranges, features, flavor=None)
            rename(font, family, weight)
            font.save(folder / "paper" / f"{family.replace(' ', '')}-{style}.ttf")
        for stem, kind, ranges in WEB_FILES:
            if (kind, weight) in LEFT_OUT:
                continue
            path, family, features = source[kind]
            font = cut(weight_of(path, weight), ranges, features, flavor="woff2")
            rename(font, family, weight)
            font.save(folder / f"{stem}-{weight}.woff2")
            faces.append(
                FACE.format(weight=weight, file=f"{stem}-{weight}.woff2", range=css_range(ranges))
            )
    (folder.parent / "css" / "fonts.css").write_text(HEAD + "\n".join(faces), encoding="utf-8")


if __name__ == "__main__":
    build(*(Path(argument) for argument in sys.argv[1:4]))

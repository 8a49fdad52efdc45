"""Which letters Paku's fonts hold, and in which file of the web each of them lies.

The web loads a file only when a page has a letter from its range (CSS ``unicode-range``); paper has one whole file
a weight. The lists are here, apart from the building of the files (fonts.py), since the tests ask for them too.
"""

Ranges = tuple[tuple[int, int], ...]

LATIN: Ranges = (
    (0x0020, 0x007E),
    (0x00A0, 0x00FF),
    (0x0160, 0x0161),  # Š š
    (0x017D, 0x017E),  # Ž ž
    (0x02C6, 0x02C6),
    (0x02DC, 0x02DC),
    (0x2010, 0x2015),
    (0x2018, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x2030, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x20AC, 0x20AC),
    (0x2116, 0x2116),
    (0x2190, 0x2199),  # arrows
    (0x2212, 0x2212),
    (0x2260, 0x2260),
    (0x2264, 0x2265),
    (0x25A0, 0x25A1),
    (0x25B2, 0x25BC),
    (0x25CB, 0x25CF),
    (0x2610, 0x2611),
    (0x2713, 0x2717),  # check marks
)
"""Finnish, Swedish, English and the signs of the pages: the one file that every page loads."""

EXTENDED: Ranges = (
    (0x0100, 0x015F),
    (0x0162, 0x017C),
    (0x017F, 0x024F),
    (0x0250, 0x02C5),  # ʒ of Skolt Sámi, and its ʹ ʼ next
    (0x02C7, 0x02DB),
    (0x02DD, 0x02FF),
    (0x0300, 0x036F),  # combining marks
    (0x1E00, 0x1EFF),
    (0x215B, 0x215E),
    (0x2C60, 0x2C7F),
    (0xFB00, 0xFB04),  # ﬁ and the like, as pasted from other papers
)
"""Sámi, Baltic, Polish, Turkish, Romani, Vietnamese and the like."""

CYRILLIC: Ranges = ((0x0400, 0x052F),)

ARABIC: Ranges = (
    (0x0600, 0x06FF),
    (0x0750, 0x077F),
    (0x200C, 0x200D),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFC),
)
"""Arabic, Persian, Dari, Sorani Kurdish and Urdu names, with the joiners that Persian spelling needs."""

WITH_ARABIC: Ranges = ((0x0020, 0x0022), (0x0028, 0x002F), (0x003A, 0x003A), (0x00A0, 0x00A0))
"""Spaces and signs that stand between Arabic words; on paper they come from the same file as the words."""

SAMI = "áâäåčđǥǧǩŋšŧžʒǯõöʹʼÁÂÄÅČĐǤǦǨŊŠŦŽƷǮÕÖ"
"""Every letter of Northern, Inari and Skolt Sámi beyond a to z."""


def points(ranges: Ranges) -> list[int]:
    """All code points of the ranges."""
    return [point for first, last in ranges for point in range(first, last + 1)]


def css_range(ranges: Ranges) -> str:
    """The ranges as the value of ``unicode-range``."""
    return ", ".join(
        f"U+{first:04X}" if first == last else f"U+{first:04X}-{last:04X}" for first, last in ranges
    )

"""Where a Finnish word may be divided at the end of a line.

Pyphen has no Finnish patterns; the rule of the language is short enough to be written down: a syllable begins with the
last consonant before a vowel. Borders of compounds go before it (`rikos-asia`, not `riko-sasia`); the word parts below
are those that meet most often in social work. Borders between two vowels are left out: `asi-akas` reads badly.
Source: Institute for the Languages of Finland, guidance on dividing words (tavutus).
"""

CONSONANTS = "bcdfghjklmnpqrstvwxzšž"
VOWELS = "aeiouyäöå"
THREE_AT_START = ("str", "spr", "skr", "spl")
VOWEL_PARTS = (
    "aika apu asia asunto asumi avust elämä eläke elinte etsin etuu henki ikä ilmoit isänn ohjaa ohjau ohjel"
    " oikeu opas opisk opettaj opetu osa osoit otta alue arvio aloit yhdys yhtey yksik ympär äänes"
)
PARTS = "hoito huolto keskus laitos neuvo päätös palvelu ryhmä suhde suunnit tarve tuki tupa työ toimi verkosto"
WHOLE = "aali3a2sia aali3a2la ke3a2sia"


def patterns() -> str:
    """The patterns as the text of a dictionary file that Pyphen reads."""
    lines = ["UTF-8", "LEFTHYPHENMIN 2", "RIGHTHYPHENMIN 2"]
    lines += [f"1{consonant}{vowel}" for consonant in CONSONANTS for vowel in VOWELS]
    lines += [f".{consonant}2{second}" for consonant in CONSONANTS for second in CONSONANTS]
    lines += [f".{'2'.join(three)}" for three in THREE_AT_START]
    lines += [f"2{last}3{part[0]}2{part[1:]}" for last in "nstlr" for part in VOWEL_PARTS.split()]
    lines += [f"3{part}" for part in PARTS.split()]
    lines += WHOLE.split()
    return "\n".join(dict.fromkeys(lines)) + "\n"

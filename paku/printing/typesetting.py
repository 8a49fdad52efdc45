"""HTML to PDF: the only caller of WeasyPrint. Runs inside the press, never in a web process.

What every paper shares (fonts, style sheet, hyphenation) is read once. The PDF is tagged (PDF/UA-1), has its language
and a title without a name in it, and nothing about who made it, when and with what. Same page, same bytes.
"""

import logging
import os
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from paku.printing import finnish
from paku.printing.artifacts import running_lines_to_artifacts
from paku.printing.harmless import make_harmless
from paku.printing.pictures import img, picture_bytes

STATIC = Path(__file__).resolve().parents[2] / "static"
STYLE = STATIC / "css" / "paper.css"
FONTS = STATIC / "fonts" / "paper"
FONTCONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>sans-serif</family>
<prefer><family>Paku Sans</family><family>Paku Arabic</family></prefer></alias>
</fontconfig>"""
XMP = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    b' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    b"<pdfuaid:part>1</pdfuaid:part><dc:title><rdf:Alt>"
    b'<rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>'
    b'</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
)
WARM_UP = """<body class="paper"><div class="running-foot">a</div><main class="sheet"><div class="masthead">
<p class="sender"><b>Alue</b></p><p class="document">Yhteenveto</p><h1>ǩ ж ع</h1></div>
<table class="facts"><tr><th scope="row">a</th><td>b <b>c</b></td></tr></table>
<section class="part framed"><h2>d</h2><blockquote class="words">
<p class="asked">e</p><div class="said"><p>f</p></div>
<p class="heard">Toimeentulotukihakemus</p></blockquote></section>
<section class="part"><h2>g</h2><h3>h</h3><p>{words}</p>{picture}<table
class="rows"><thead><tr><th scope="col">j</th></tr></thead><tr><td>k</td></tr></table><ul><li>l</li></ul>
<div class="box">
<p class="big">m</p><p class="quiet">n</p></div></section><div class="close"><p>o</p></div></main>"""
WARM_WORDS = "Sovittu palvelutarpeenarviointikeskustelussa, det centrala verksamhetsområdet, " * 9
WARM_PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="1" cy="1" r="1" fill="#123456"
stroke="#123456" stroke-width="1"/><line x1="0" x2="5" y1="1" y2="1"/><path d="M0 0L1 1"/><text x="1" y="1"
text-anchor="middle" font-size="3" font-weight="700">ä</text></svg>"""
LANGUAGES = ("fi", "sv", "en")


class NotFetched(ValueError):
    """A page asked for something from outside itself."""


def prepare(folder: Path) -> None:
    """Points fontconfig and Pyphen at our own files; must run before WeasyPrint is imported.

    Without any font WeasyPrint ends the whole process, so the system's own fonts are left out and ours are there.
    """
    config = folder / "fonts.conf"
    folders = {"fonts": escape(str(FONTS)), "cache": escape(str(folder / "cache"))}
    config.write_text(FONTCONFIG.format(**folders), encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(config)
    import pyphen  # type: ignore[import-untyped]

    words = folder / "hyph_fi.dic"
    words.write_text(finnish.patterns(), encoding="utf-8")
    pyphen.LANGUAGES["fi"] = words
    pyphen.LANGUAGES_LOWERCASE["fi"] = "fi"


def _spare_the_parser(most_glyphs: int = 2048) -> None:
    """Tells cffi beforehand the array types that WeasyPrint asks for by their length, several for each font of a page.

    Each new length costs 5 to 10 ms, since cffi reads its whole C grammar anew. This uses what cffi keeps to itself,
    so where it has changed nothing is done, and papers are only slower.
    """
    from weasyprint.text.ffi import ffi

    try:
        pointer = ffi.typeof("hb_codepoint_t *")
        for length in range(1, most_glyphs):
            made = ffi._backend.new_array_type(pointer, length)  # noqa: SLF001
            ffi._parsed_types.setdefault(f"hb_codepoint_t[{length}]", (made, False))  # noqa: SLF001
    except AttributeError:
        return


class Typesetter:
    """Style sheet, hyphenation and fonts, read once and used for every page."""

    def __init__(self) -> None:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher

        class OnlyOurPictures(URLFetcher):
            """Gives out the plain pictures inside the page and nothing else, from anywhere."""

            def fetch(self, url: str, headers: Any = None) -> Any:
                try:
                    picture = picture_bytes(url)
                except ValueError as error:
                    raise NotFetched("nothing is fetched for a paper") from error
                return weasyprint.urls.URLFetcherResponse(
                    url, picture, headers={"Content-Type": "image/svg+xml"}
                )

        _spare_the_parser()
        logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # its lines quote the page
        self.weasyprint = weasyprint
        self._open = FontConfiguration
        self.fonts: Any = FontConfiguration()
        self.fetcher = OnlyOurPictures()
        self.style = weasyprint.CSS(
            string=STYLE.read_text(encoding="utf-8"),
            font_config=self.fonts,
            url_fetcher=self.fetcher,
        )

    def warm_up(self, *, once: bool = False) -> None:
        """Sets a page in each language (or only `once`), so that what papers share is in memory before the first."""
        page = WARM_UP.format(words=WARM_WORDS, picture=img(WARM_PICTURE, alt="kuva"))
        for language in LANGUAGES[:1] if once else LANGUAGES:
            self.set(page, title="Paku", lang=language)

    def put_fonts_away(self) -> None:
        """Lets go of the list of fonts; whatever thread the library kept for it ends then. The style sheet stays."""
        self.fonts = None

    def open_fonts(self) -> None:
        """Opens the list of fonts anew, after `put_fonts_away` and perhaps in another process."""
        self.fonts = self._open()

    def set(self, html: str, *, title: str, lang: str) -> tuple[bytes, int]:
        """The PDF and its number of pages. Raises TooMuch for a page no paper of ours could be."""
        page = self.weasyprint.HTML(string=html, url_fetcher=self.fetcher)
        make_harmless(page.etree_element)
        page.base_url = None
        page.etree_element.set("lang", lang)
        document = page.render(
            font_config=self.fonts, stylesheets=[self.style], pdf_variant="pdf/ua-1"
        )
        from weasyprint.pdf.metadata import DocumentMetadata

        document.metadata = DocumentMetadata(title=title, lang=lang)
        return document.write_pdf(finisher=_neutral, pdf_variant="pdf/ua-1"), len(document.pages)


def _neutral(document: Any, pdf: Any) -> None:
    """Leaves in the PDF only its title, its language and that it is accessible."""
    import pydyf  # type: ignore[import-untyped]

    title = document.metadata.title
    pdf.info.clear()
    pdf.info.update({"Title": pydyf.String(title), "Producer": pydyf.String("Paku")})
    number = int(pdf.catalog["Metadata"].split()[0])
    pdf.objects[number].stream = [XMP % escape(title).encode()]
    pdf.catalog.pop("Outlines", None)
    running_lines_to_artifacts(pdf)

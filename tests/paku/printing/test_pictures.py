"""A picture on paper has words, and can do nothing but be looked at."""

from base64 import b64encode

import pytest

from paku.printing.pictures import PREFIX, NotPlain, img, picture_bytes

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
HARMFUL = {
    "script": f"{HEAD}<script>1</script></svg>",
    "fetched picture": f'{HEAD}<image href="file:///etc/passwd"/></svg>',
    "use": f'{HEAD}<use href="http://127.0.0.1/#a"/></svg>',
    "foreign": f"{HEAD}<foreignObject/></svg>",
    "link": f'{HEAD}<a href="https://example.org"><circle r="1"/></a></svg>',
    "handler": f'{HEAD}<circle r="1" onload="x"/></svg>',
    "style": f'{HEAD}<circle r="1" style="fill:url(http://x)"/></svg>',
    "fetching colour": f'{HEAD}<circle r="1" fill="url(http://127.0.0.1/a)"/></svg>',
    "style sheet": f"{HEAD}<style>@import 'x'</style></svg>",
    "entities": f'<!DOCTYPE svg [<!ENTITY a "aa">]>{HEAD}<text>&a;</text></svg>',
    "other language": "<html/>",
    "nothing": "",
}


@pytest.mark.parametrize("svg", HARMFUL.values(), ids=HARMFUL)
def test_only_shapes_and_words_are_taken(svg: str) -> None:
    with pytest.raises(NotPlain):
        img(svg, alt="kuva")


def test_a_picture_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="words"):
        img(f"{HEAD}</svg>", alt=" ")


def test_the_words_are_escaped_and_the_picture_comes_back_whole() -> None:
    svg = f'{HEAD}<circle cx="5" cy="5" r="4" fill="#123"/><text x="1">Ǩ</text></svg>'

    made = img(svg, alt='"<b>', css_class="path")

    assert made.startswith(
        '<img class="path" alt="&quot;&lt;b&gt;" src="data:image/svg+xml;base64,'
    )
    assert picture_bytes(made.split('src="')[1].rstrip('">')).decode() == svg


def test_declarations_do_not_hide_in_another_encoding() -> None:
    hidden = f'<!DOCTYPE svg [<!ENTITY a "aa">]>{HEAD}<text>&a;</text></svg>'.encode("utf-16")

    with pytest.raises(NotPlain):
        picture_bytes(f"{PREFIX}{b64encode(hidden).decode()}")


def test_another_kind_of_data_is_not_a_picture() -> None:
    with pytest.raises(NotPlain):
        picture_bytes("data:text/html;base64,PGI+")

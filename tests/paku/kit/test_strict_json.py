"""JSON that the product takes is flat text; all else is refused in a sentence."""

import pytest

from paku.kit.refusals import Refused
from paku.kit.strict_json import flat_texts


def test_texts_come_through_as_typed():
    assert flat_texts('{"note": " ä\\u202e ", "present": ["a", "b"]}') == {
        "note": " ä\u202e ",
        "present": ["a", "b"],
    }


@pytest.mark.parametrize(
    "raw",
    [
        '{"t":"a\\u0000b"}',
        '{"t":"a\\ud800b"}',
        '{"t":["\\ud800"]}',
        '{"\\u0000":"a"}',
        '{"t":NaN}',
        '{"t":Infinity}',
        '{"t":1e400}',
        '{"t":' + "9" * 10_000 + "}",
        '{"t":{"$gt":""}}',
        '{"t":[["a"]]}',
        '{"t":true}',
        '{"t":"first","t":"second"}',
        '{"t":null}',
        "[]",
        "",
        "{",
        "[" * 100_000,
        "{" + ",".join(f'"{n}":""' for n in range(101)) + "}",
    ],
)
def test_anything_else_is_refused(raw: str):
    with pytest.raises(Refused) as refused:
        flat_texts(raw)

    assert refused.value.status == 422

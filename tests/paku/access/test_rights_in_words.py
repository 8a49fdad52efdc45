"""On the trail a right is told in words."""

from paku.access.rights_in_words import WORDS
from paku.access.roles import May
from paku.audit.words import word


def test_every_right_has_its_words_and_no_two_have_the_same():
    said = [word("permission", right.name) for right in May]

    assert set(WORDS) == set(May)
    assert len(set(said)) == len(said)
    assert not {right.name for right in May} & set(said)

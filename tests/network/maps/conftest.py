"""A sister, a deacon and a debt counsellor on one person's map."""

import pytest

from tests.factories import MemberFactory, TalkFactory, TieFactory


@pytest.fixture
def sister(path):
    member = MemberFactory(client=path.client, kind="close", name="Sisko Esimerkki", role="sisko")
    TieFactory(member=member, ring=1, strength="strong")
    return member


@pytest.fixture
def counsellor(path):
    member = MemberFactory(client=path.client, name="Ville Velkaneuvoja")
    TieFactory(member=member, sector="services", ring=3, strength="thin")
    return member


@pytest.fixture
def talk(sister, counsellor):
    one, other = sorted((sister, counsellor), key=lambda member: member.pk)
    return TalkFactory(one=one, other=other)

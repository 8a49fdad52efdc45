"""Two files with an identity code each: a temporary one gives way, two permanent ones stop the merge."""

import pytest

from clients.models import IdentityCode
from tests.clients.merging.two_files import merged
from tests.factories import IdentityCodeFactory

pytestmark = pytest.mark.django_db
PERMANENT, TEMPORARY = "131052-308T", "010190-999W"


def in_force(path):
    return [row.code for row in IdentityCode.objects.of(path.client).in_force()]


@pytest.mark.parametrize("codes", [(PERMANENT, TEMPORARY), (TEMPORARY, PERMANENT)])
def test_the_permanent_one_stays_in_force_and_the_temporary_one_still_tells_who_it_is(
    esa, this, other, codes
):
    for path, code in zip((this, other), codes, strict=True):
        IdentityCodeFactory(client=path.client, code=code)

    assert merged(esa, this, other).status_code == 303

    assert in_force(this) == [PERMANENT]
    earlier = IdentityCode.objects.of(this.client).exclude(ended_at=None).get()
    assert (earlier.code, earlier.is_wrong) == (TEMPORARY, False)


def test_two_permanent_codes_are_two_persons_until_one_is_corrected(esa, this, other):
    IdentityCodeFactory(client=this.client, code=PERMANENT)
    IdentityCodeFactory(client=other.client, code="010170-1234")

    assert merged(esa, this, other).status_code == 422

    assert (in_force(this), in_force(other)) == ([PERMANENT], ["010170-1234"])


def test_the_only_code_comes_along(esa, this, other):
    IdentityCodeFactory(client=other.client, code=PERMANENT)

    assert merged(esa, this, other).status_code == 303

    assert (in_force(this), in_force(other)) == ([PERMANENT], [])

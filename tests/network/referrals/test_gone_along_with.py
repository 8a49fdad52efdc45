"""S19: whether somebody of ours went along is said yes or no when the service starts."""

from __future__ import annotations

import pytest

from tests.factories import ReferralFactory
from tests.network.referrals.loops import heard, page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("said", "kept"), [("yes", True), ("no", False)])
def test_gone_along_with_is_said_yes_or_no(desk, path, said, kept):
    referral = ReferralFactory(client=path.client, ago=20)

    desk.send(page(referral, "answer-referral"), heard("started", is_accompanied=said))

    referral.refresh_from_db()
    assert referral.is_accompanied is kept


@pytest.mark.parametrize("said", ["", "perhaps"])
def test_a_start_does_not_pass_over_whether_somebody_went_along(desk, path, said):
    referral = ReferralFactory(client=path.client, ago=20)

    answer = desk.send(page(referral, "answer-referral"), heard("started", is_accompanied=said))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["is_accompanied"])
    referral.refresh_from_db()
    assert referral.state == "sent"

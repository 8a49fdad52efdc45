"""A draft in which nobody has written for thirty days goes; a newer one stays."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from paku.saving.models import Draft
from paku.saving.tasks import forget_drafts
from tests.factories import worker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("days", "number"), [(29, 1), (31, 0)])
def test_thirty_days_from_the_last_letter(days, number):
    Draft.objects.keep(author=worker(), key=f"visit/{uuid.uuid4()}", form=uuid.uuid4(), body={})
    Draft.objects.update(kept_at=timezone.now() - timedelta(days=days))

    forget_drafts()

    assert Draft.objects.count() == number

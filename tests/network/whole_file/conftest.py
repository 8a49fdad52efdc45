"""A person of whom every chapter has something to tell, and those who answer for the request."""

import pytest

from clients.actions.subject_requests import agree, ask, file_request
from clients.models import SubjectRequest
from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import AssignmentFactory, PathFactory, today, worker


@pytest.fixture
def path():
    """Of a social worker: an instructor may not give a whole file."""
    return PathFactory(care__own_worker=worker(Role.SOCIAL_WORKER, name="Outi Oma"))


@pytest.fixture
def desk(path):
    return Desk().sit(path.care.own_worker)


@pytest.fixture
def second(path):
    """The other of the two, at their desk."""
    return Desk().sit(AssignmentFactory(care=path.care, worker=worker(Role.SOCIAL_WORKER)).worker)


@pytest.fixture
def officer():
    return Desk().sit(worker(Role.PRIVACY_OFFICER))


@pytest.fixture
def asked(path):
    """Written down today, nothing done about it yet."""
    return file_request(client=path.client, by=path.care.own_worker, today=today())


@pytest.fixture
def agreed(asked, path, second):
    """Two have agreed: the copy is to be made."""
    ask(
        request=asked, identity_checked="known", language="fi", left_out=[], why_left_out="",
        by=path.care.own_worker, alone=False,
    )  # fmt: skip
    agree(request=asked, by=second.user, alone=False)
    return SubjectRequest.objects.get(pk=asked.pk)

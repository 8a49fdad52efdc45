"""Waits that own referrals have taught stand beside what the service says, in the list and for the person."""

from datetime import timedelta

import pytest
from django.urls import reverse

from clients.models import Client
from network.models import Referral
from tests.factories import CareFactory, ReferralFactory, ServiceFactory, today

pytestmark = pytest.mark.django_db

WAITS = (10, 12, 14, 18, 24, 30)


def waited(service, *days):
    for wait in days:
        sent = today() - timedelta(days=60)
        ReferralFactory(
            service=service, organisation=service.organisation, state="started", sent_on=sent,
            started_on=sent + timedelta(days=wait),
        )  # fmt: skip


def learned(answer):
    groups = answer.context["directory"].groups
    return [o.learned for group in groups for home in group.homes for o in home.offers]


def test_the_middle_half_and_how_many_people(desk):
    waited(ServiceFactory(), *WAITS)

    assert learned(desk.get("/network/")) == ["yleensä 12–24 päivää, 6 ihmistä"]


def test_of_four_people_nothing_is_told(desk):
    waited(ServiceFactory(), *WAITS[:4])

    assert learned(desk.get("/network/")) == [""]


def test_six_referrals_of_four_people_are_four_people(desk):
    service = ServiceFactory()
    waited(service, *WAITS)
    one = Client.objects.order_by("pk").first()
    later = Referral.objects.filter(service=service).order_by("-pk").values("pk")[:2]
    Referral.objects.filter(pk__in=later).update(client=one)

    assert learned(desk.get("/network/")) == [""]


def test_for_the_person_it_stands_beside_what_is_told(desk):
    care = CareFactory(own_worker=desk.user)
    waited(ServiceFactory(usual_wait_days=30), *WAITS)

    answer = desk.get(reverse("network:here", args=[care.client.ref]))

    (found,) = [one for _fit, _label, rows in answer.context["groups"] for one in rows]
    page = answer.content.decode()
    assert found.learned == "yleensä 12–24 päivää, 6 ihmistä"
    assert found.wait
    assert found.wait in page
    assert found.learned in page


def test_ten_services_that_have_taught_cost_what_one_costs(desk):
    waited(ServiceFactory(), *WAITS)
    one = desk.cost("/network/")
    for _number in range(9):
        waited(ServiceFactory(), *WAITS)

    assert desk.cost("/network/") == one <= 10

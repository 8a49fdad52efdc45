"""What must hold of every page, deed and model of the house. A new one that forgets it fails here, by name."""

from __future__ import annotations

import ast
import importlib

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import models
from django.http import HttpResponse
from django.test import Client as Browser

from paku.audit.deeds import all_deeds
from paku.kit.retention import undeclared
from tests.every_address import every_address
from tests.every_file import PRODUCT, files, module_of, named

ADDRESSES = list(every_address())


def test_every_address_names_its_right_or_is_open_on_purpose():
    assert not [
        address.name
        for address in ADDRESSES
        if hasattr(address.view, "permission") == getattr(address.view, "open_on_purpose", False)
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_comes_to_the_sign_in_page_and_no_further(method: str):
    locked = [address for address in ADDRESSES if hasattr(address.view, "permission")]
    answers = {address.name: getattr(Browser(), method)(address.example) for address in locked}

    assert len(answers) > 200
    assert not {
        name: answer.status_code
        for name, answer in answers.items()
        if answer.status_code not in (401, 404, 405) and not at_the_door(answer)
    }


def at_the_door(answer: HttpResponse) -> bool:
    return answer.status_code == 302 and answer["Location"].startswith("/sign-in/")


def test_what_is_open_to_all_is_open_by_decision():
    """A new one is added here after somebody has thought about it."""
    opened = {address.name for address in ADDRESSES if not hasattr(address.view, "permission")}

    assert opened == {
        "access:sign-in",
        "account_login",
        "access:passkey-sign-in",
        "access:second-factor",
        "access:openid",
        "access:openid-back",
        "openid_connect_callback",
        "access:sign-out",
        "access:locked",
        "access:language",
        "access:csp-reports",
        "network:pop-up-calendar",
        "pathways:guide",
        "health:live",
        "health:ready",
    }


def test_every_deed_has_a_sentence():
    for room in [path for path in files(".py") if path.name == "deeds.py"]:
        importlib.import_module(module_of(room))

    assert len(all_deeds()) > 10
    assert all(said and said != name for name, said in all_deeds().items())


def test_every_deed_that_is_recorded_has_been_declared():
    unknown = []
    for path in files(".py"):
        told = [node.attr for node in ast.walk(ast.parse(path.read_text())) if is_deed(node)]
        if told:
            deeds = importlib.import_module(module_of(path)).Deed
            unknown += [f"{named(path)}: {name}" for name in told if name not in deeds.__members__]

    assert not unknown


def is_deed(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Deed"
        and node.attr.isupper()
    )


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_model_says_how_long_its_rows_live():
    assert undeclared() == []


def test_every_model_of_ours_has_an_order_and_a_name():
    from django.apps import apps

    ours = [model for model in apps.get_models() if model.__module__.split(".")[0] in PRODUCT]

    assert not [model._meta.label for model in ours if not model._meta.ordering]
    assert not [model._meta.label for model in ours if model.__str__ is models.Model.__str__]


def test_case_data_has_no_back_door():
    assert not [app for app in settings.INSTALLED_APPS if app.startswith("django.contrib.admin")]

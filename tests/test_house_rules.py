"""What must hold of every page, deed, model and file of the house. A new one that forgets it fails here, by name."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import crispy_bootstrap5
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import models
from django.test import Client as Browser

from paku.audit.deeds import all_deeds
from paku.kit.retention import undeclared
from tests.every_address import Address, every_address

ROOT = settings.ROOT
PRODUCT = ("paku", "clients", "network", "pathways")
ADDRESSES = list(every_address())
LONGEST_FILE, LONGEST_ERRANDS = 200, 300
NAMES_THAT_SAY_NOTHING = {"utils.py", "helpers.py", "common.py", "services.py", "types.py"}
FORBIDDEN = {
    "fields of a form named one by one": r"fields\s*=\s*[\"']__all__[\"']",
    "no shell": r"shell\s*=\s*True",
    "SQL that Django builds": r"\.raw\(|\.extra\(|\bRawSQL\b",
    "escaping is never switched off": r"\|\s*safe\b|\bmark_safe\b|autoescape off",
}
CHECKED_BY_HAND = {
    "paku/printing/templatetags/paper.py": "each line is escaped; pictures are taken only when plain",
    "paku/printing/pictures.py": "speaks of it in a docstring",
    "templates/emails/reminders/digest.txt": "plain text, which is no markup",
}


def files(*suffixes: str, under: tuple[str, ...] = PRODUCT) -> Iterator[Path]:
    for folder in under:
        yield from sorted(path for path in (ROOT / folder).rglob("*") if path.suffix in suffixes)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_every_address_names_its_right_or_is_open_on_purpose(address: Address):
    assert hasattr(address.view, "permission") != getattr(address.view, "open_on_purpose", False)


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "address", [a for a in ADDRESSES if hasattr(a.view, "permission")], ids=str
)
def test_a_stranger_comes_to_the_sign_in_page_and_no_further(address: Address, method: str):
    answer = getattr(Browser(), method)(address.example)

    at_the_door = answer.status_code == 302 and answer["Location"].startswith("/sign-in/")
    assert at_the_door or answer.status_code in (401, 404, 405)


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


def module_of(path: Path) -> str:
    return named(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


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


def test_no_template_is_unused():
    by_name = {"400.html", "403.html", "404.html", "500.html", "429.html"}  # Django's and allauth's
    theirs = Path(crispy_bootstrap5.__file__).parent / "templates"  # ours stand before these
    sources = [*files(".py"), *files(".html", ".txt", under=("templates",))]
    asked_for = "\n".join(path.read_text() for path in sources)
    made = [
        re.sub(r"\\{.*?\\}", "[^/]+", re.escape(name))
        for name in re.findall(r'f"([^"]*{[^"]*}[^"]*\.html)"', asked_for)
    ]

    unused = [
        name
        for path in files(".html", ".txt", under=("templates",))
        if (name := path.relative_to(ROOT / "templates").as_posix()) not in by_name
        and f'"{name}"' not in asked_for
        and not any(re.fullmatch(pattern, name) for pattern in made)
        and not (theirs / name).exists()
    ]
    assert unused == []


def test_no_title_of_a_page_holds_what_belongs_to_a_client():
    """Titles stay in the browser's history and on shared screens. (A paper's title is in no browser.)"""
    titles = {
        named(path): title
        for path in files(".html", under=("templates",))
        for title in re.findall(
            r"{% block title %}(.*?){% endblock", path.read_text(), flags=re.DOTALL
        )
        if not named(path).startswith("templates/printing/")
        and '{% extends "print.html" %}' not in path.read_text()
    }

    assert len(titles) > 10
    assert not {
        name: title for name, title in titles.items() if "{{" in title or "blocktrans" in title
    }


def test_files_are_small():
    product = {path: LONGEST_FILE for path in files(".py") if "migrations" not in path.parts}
    errands = dict.fromkeys(files(".py", under=("tests",)), LONGEST_ERRANDS)

    lines = {path: len(path.read_text().splitlines()) for path in product | errands}
    assert not {
        named(path): lines[path] for path, most in (product | errands).items() if lines[path] > most
    }


def test_files_are_named_after_what_they_know():
    written = files(".py", under=(*PRODUCT, "tests"))

    assert not [named(path) for path in written if path.name in NAMES_THAT_SAY_NOTHING]


@pytest.mark.parametrize("rule", FORBIDDEN)
def test_nothing_dangerous_is_written(rule: str):
    sources = [*files(".py"), *files(".html", ".txt", under=("templates",))]
    looked_at = [path for path in sources if named(path) not in CHECKED_BY_HAND]

    assert not [named(path) for path in looked_at if re.search(FORBIDDEN[rule], path.read_text())]


def test_nothing_in_the_tree_leads_to_a_registry():
    """Packages come by their hashes from wherever pip is told to look; no address of that is ours to keep."""
    host = re.compile(
        r"pypi\.org|pythonhosted\.org|registry\.npmjs|(?:extra-)?index-url|proxy\.golang",
        re.IGNORECASE,
    )
    written = [
        *files(
            ".py",
            ".toml",
            ".lock",
            ".html",
            ".js",
            ".css",
            ".md",
            ".sh",
            under=(*PRODUCT, "templates", "static", ".ci"),
        ),
        *ROOT.glob("*.*"),
        ROOT / ".ci" / "run",
    ]

    assert not [
        named(path)
        for path in written
        if path.is_file() and host.search(path.read_text(errors="replace"))
    ]


def test_case_data_has_no_back_door():
    assert not [app for app in settings.INSTALLED_APPS if app.startswith("django.contrib.admin")]


def test_the_readme_tells_the_commands_that_the_checks_run():
    readme, checks = (ROOT / "README.md").read_text(), (ROOT / ".ci" / "run").read_text()
    told = set(re.findall(r"^python3 manage\.py (\w+)", readme, flags=re.MULTILINE))

    assert {"demo", "test"} <= told
    assert "python3 manage.py test" in checks

"""What must hold of every file and template of the house. A new one that forgets it fails here, by name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import crispy_bootstrap5
import pytest

from tests.every_file import PRODUCT, ROOT, files, named

WRITTEN = (*PRODUCT, "tests")
LONGEST_FILE = 200
CHANGING = r"uuid[14]\(|\brandom\b|\bnow\(|\btoday\(|\bsecrets\b"
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
    written = [path for path in files(".py", under=WRITTEN) if "migrations" not in path.parts]

    lines = {named(path): len(path.read_text().splitlines()) for path in written}
    assert {name: many for name, many in lines.items() if many > LONGEST_FILE} == {}


def _words_in(case: ast.AST) -> Iterator[ast.AST]:
    """The texts that are put together in the values of cases; what lies in a dictionary names no case."""
    for part in ast.iter_child_nodes(case):
        if isinstance(part, ast.JoinedStr):
            yield part
        elif not isinstance(part, ast.Dict | ast.Lambda):
            yield from _words_in(part)


def test_cases_have_the_same_names_in_every_process():
    """A suite that runs side by side stops when one process collects other cases than the next."""
    drawn = {
        f"{named(path)}:{word.lineno}"
        for path in files(".py", under=("tests",))
        for case in ast.walk(ast.parse(path.read_text()))
        if isinstance(case, ast.Call) and ast.unparse(case.func).endswith("mark.parametrize")
        for word in _words_in(case)
        if re.search(CHANGING, ast.unparse(word))
    }

    assert drawn == set()


def test_files_are_named_after_what_they_know():
    written = files(".py", under=WRITTEN)

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


def test_the_readme_tells_the_commands_that_the_checks_run():
    readme, checks = (ROOT / "README.md").read_text(), (ROOT / ".ci" / "run").read_text()
    told = set(re.findall(r"^python3 manage\.py (\w+)", readme, flags=re.MULTILINE))

    assert {"demo", "test"} <= told
    assert "python3 manage.py test" in checks

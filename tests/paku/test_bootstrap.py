"""Set-up on a bare machine: what it builds, what it refuses, and how it says so."""

import ast
import base64
import hashlib
import re
import shutil
import subprocess
import tomllib
import zipfile
from pathlib import Path

import pytest

from paku.deploy import bootstrap, installers, libraries
from paku.deploy.saying import Impossible

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "paku" / "deploy"
LOCK = (DEPLOY / "requirements.lock").read_text(encoding="utf-8")


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A folder of packages instead of the network; pip is told by its ordinary variables."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    monkeypatch.setenv("PAKU_NO_UV", "1")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)  # it is thrown away with its bytecode
    return folder


def packed(shelf: Path, name: str) -> str:
    """Put a package with one module on the shelf; return its line for a lock."""
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}.py": "here = True\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(
        f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip('=')},"
        f"{len(text)}\n"
        for path, text in files.items()
    )
    wheel = shelf / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in {**files, f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}.items():
            archive.writestr(path, text)
    return f"{name}==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def can_import(folder: Path, name: str) -> bool:
    """Whether the environment's own Python finds the module."""
    call = [folder / "bin" / "python", "-c", f"import {name}"]
    return subprocess.run(call, capture_output=True, check=False).returncode == 0


def test_an_environment_is_built_and_then_equals_its_lock(shelf, tmp_path, capsys):
    folder, lock = tmp_path / ".venv", tmp_path / "lock"
    lock.write_text(packed(shelf, "spruce") + packed(shelf, "birch"))

    bootstrap.build(folder, lock)

    assert bootstrap.is_ready(folder, lock)
    assert can_import(folder, "spruce")
    assert "environment ready" in capsys.readouterr().out

    lock.write_text(packed(shelf, "birch"))
    assert not bootstrap.is_ready(folder, lock)
    bootstrap.build(folder, lock)

    assert can_import(folder, "birch")
    assert not can_import(folder, "spruce")


def test_a_package_that_is_not_the_pinned_one_is_refused_in_a_sentence(shelf, tmp_path):
    lock = tmp_path / "lock"
    lock.write_text(packed(shelf, "spruce").replace("sha256:", "sha256:" + "0" * 8)[:-9] + "\n")

    with pytest.raises(Impossible, match="could not install the packages"):
        bootstrap.build(tmp_path / ".venv", lock)

    assert not bootstrap.is_ready(tmp_path / ".venv", lock)


def test_the_vendored_pip_is_the_one_whose_checksum_was_written_down():
    assert installers.pip_wheel(DEPLOY).name.startswith("pip-")


def test_a_changed_pip_wheel_is_not_run(tmp_path):
    for file in DEPLOY.glob("pip-*"):
        shutil.copy(file, tmp_path)
    wheel = next(tmp_path.glob("pip-*.whl"))
    wheel.write_bytes(wheel.read_bytes() + b"x")

    with pytest.raises(Impossible, match="checksum"):
        installers.pip_wheel(tmp_path)


def test_everything_in_the_lock_is_pinned_by_hash_and_nothing_names_an_address():
    packages = re.split(r"\n(?=\S)", LOCK.strip())

    assert len(packages) > 60
    for package in packages:
        assert re.match(r"[a-z0-9._-]+==\S+", package)
        assert "--hash=sha256:" in package
    assert "://" not in LOCK


def test_every_dependency_of_pyproject_is_in_the_lock():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    asked = [*project["project"]["dependencies"], *groups["embedded"], *groups["dev"]]
    names = {re.match(r"[A-Za-z0-9._-]+", line)[0].lower() for line in asked}

    assert names <= set(re.findall(r"^([a-z0-9._-]+)==", LOCK, re.MULTILINE))


def test_every_dependency_at_run_time_gives_its_reason():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = text[text.index("\ndependencies = [") : text.index("[dependency-groups]")]

    for line in re.findall(r'^  ".*$', listed, re.MULTILINE):
        assert re.search(r"# \w", line), line


def test_manage_py_can_be_read_by_a_python_that_is_too_old():
    ast.parse((ROOT / "manage.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_missing_pango_is_said_in_a_sentence_where_it_cannot_be_fetched(monkeypatch, tmp_path):
    monkeypatch.setattr(libraries, "SONAMES", ("libno-such-library.so.0",))
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Impossible, match="install Pango"):
        libraries.search_path(tmp_path / "libraries")


def test_libraries_of_the_system_need_no_search_path(monkeypatch, tmp_path):
    monkeypatch.setattr(libraries, "SONAMES", ("libc.so.6",))
    monkeypatch.delenv("LD_LIBRARY_PATH", raising=False)

    assert libraries.search_path(tmp_path / "libraries") == {}


def test_a_search_path_that_we_were_started_with_goes_on_to_the_press(monkeypatch, tmp_path):
    monkeypatch.setattr(libraries, "SONAMES", ("libc.so.6",))
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/pango/lib")

    assert libraries.search_path(tmp_path / "libraries") == {"LD_LIBRARY_PATH": "/opt/pango/lib"}

"""What `make` does where something is missing: says what and how to get it, or mends it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.machine import needs
from tests.profiles import ROOT

pytestmark = needs("make")
OLD = '#!/bin/sh\ncase "$*" in *version_info*) exit 1;; *-V*) echo "Python 3.9.2";; esac\n'
NO_VENV = '#!/bin/sh\ncase "$*" in *ensurepip*) exit 1;; esac\n'
# Notes how it is called, and makes an environment out of itself.
RECORDER = """#!/bin/sh
echo "$*" >> {log}
case "$*" in *"-m venv"*)
  for folder in "$@"; do :; done
  case "$*" in *--clear*) rm -rf "$folder";; esac
  mkdir -p "$folder/bin" && cp {python} "$folder/bin/python";;
esac
"""
NO_PIP = '#!/bin/sh\ncase "$*" in *pip*) exit 1;; esac\n'


def executable(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script, "utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("", "Python is missing. On Debian or Ubuntu: apt-get install python3 python3-venv"),
        (OLD, "is Python 3.9.2, but Python 3.11 or newer is needed"),
        (
            NO_VENV,
            "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv",
        ),
    ],
    ids=["no Python", "old Python", "no venv"],
)
def test_make_says_what_is_missing_and_how_to_get_it(
    tmp_path: Path, script: str, message: str
) -> None:
    python = tmp_path / "python3"
    if script:
        executable(python, script)
    found = subprocess.run(
        ["make", "convert", f"PYTHON={python}", f"VENV={tmp_path / 'venv'}"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.returncode != 0
    assert message in found.stderr
    assert not (tmp_path / "venv").exists()


def calls_of_make(folder: Path) -> list[str]:
    """How `make` calls Python, or the one of the environment, to set `folder`/venv up."""
    log, python = folder / "log", folder / "python3"
    executable(python, RECORDER.format(log=log, python=python))
    found = subprocess.run(
        ["make", f"PYTHON={python}", f"VENV={folder / 'venv'}", f"{folder / 'venv'}/.ready"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stderr
    assert (folder / "venv" / ".ready").exists()
    return log.read_text("utf-8").splitlines()


def without_pip(venv: Path) -> None:
    executable(venv / "bin" / "python", NO_PIP)


def without_its_python(venv: Path) -> None:
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").symlink_to("/nergens/python3.9")


@pytest.mark.parametrize("leave", [without_pip, without_its_python])
def test_an_environment_that_does_not_work_is_made_anew(
    tmp_path: Path, leave: Callable[[Path], None]
) -> None:
    leave(tmp_path / "venv")
    (tmp_path / "venv" / "pyvenv.cfg").touch()
    (tmp_path / "venv" / "left").touch()

    assert f"-m venv --clear {tmp_path / 'venv'}" in calls_of_make(tmp_path)
    assert not (tmp_path / "venv" / "left").exists()


def test_a_folder_that_is_no_environment_is_not_cleared(tmp_path: Path) -> None:
    (tmp_path / "venv").mkdir()
    (tmp_path / "venv" / "mine").touch()

    assert f"-m venv {tmp_path / 'venv'}" in calls_of_make(tmp_path)
    assert (tmp_path / "venv" / "mine").exists()


def test_an_environment_that_works_is_kept(tmp_path: Path) -> None:
    recorder = RECORDER.format(log=tmp_path / "log", python=tmp_path / "python3")
    executable(tmp_path / "venv" / "bin" / "python", recorder)

    assert not [call for call in calls_of_make(tmp_path) if "-m venv" in call]

"""What `make` says on a machine where something is missing: what, and how to get it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.profiles import ROOT

OLD = '#!/bin/sh\ncase "$*" in *version_info*) exit 1;; *-V*) echo "Python 3.9.2";; esac\n'
NO_VENV = '#!/bin/sh\ncase "$*" in *ensurepip*) exit 1;; esac\n'


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
        python.write_text(script, "utf-8")
        python.chmod(0o755)
    found = subprocess.run(
        ["make", "convert", f"PYTHON={python}", f"VENV={tmp_path / 'venv'}"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.returncode != 0
    assert message in found.stderr
    assert not (tmp_path / "venv").exists()

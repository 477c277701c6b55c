"""The wheel carries schemas and layouts, and works in an empty environment without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from pipeline.core.version import VERSION
from tests.profiles import INPUT, ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_schemas_layouts_and_type_marker(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"pipeline/schemas/{path.name}" for path in (ROOT / "schemas").iterdir()} <= names
    assert {"pipeline/families/role_based.toml", "pipeline/py.typed"} <= names
    assert {"pipeline/review/review.css", "pipeline/review/review.js"} <= names
    assert not any(name.startswith("tests") for name in names)


@pytest.mark.slow
def test_an_installed_wheel_converts_and_validates(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python = str(environment / "bin" / "python")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    locked = ["--require-hashes", "-r", str(ROOT / "requirements.lock")]
    subprocess.run([*pip, *locked], check=True, capture_output=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True, capture_output=True)
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    for arguments in (
        ["convert", str(INPUT), "--output", str(tmp_path / "output")],
        ["validate", str(tmp_path / "output"), "--strict"],
    ):
        found = subprocess.run(
            [str(environment / "bin" / "bcp"), *arguments],
            cwd=tmp_path, env=clean, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert found.returncode == 0, found.stderr
    assert len(list((tmp_path / "output" / "xml").glob("*.xml"))) == 4


def test_the_wheel_has_the_version_of_the_program() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert project["version"] == VERSION

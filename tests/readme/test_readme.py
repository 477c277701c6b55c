"""What the README shows is so: excerpts, figures, and every snippet runs."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from pipeline.cli import main
from pipeline.core.catalogue import CATALOGUE
from pipeline.writers import WRITERS
from tests.machine import needs
from tests.profiles import ROOT
from tests.readme.generated import README, current_readme
from tests.readme.proofs import PROOFS

TEXT = README.read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language, in order."""
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like a checkout after `make convert`."""
    place = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "input", place / "input")
    with contextlib.chdir(place):
        assert main(["convert", "input", "--output", "output"]) == 0
    return place


def test_each_format_is_proved_by_a_test_that_is_there() -> None:
    assert set(PROOFS) == {writer.name for writer in WRITERS}
    for name, (test, _) in PROOFS.items():
        assert name in (ROOT / test).read_text("utf-8") or (ROOT / test).stem.endswith(name), name


def test_excerpts_and_figures_are_current() -> None:
    assert current_readme() == TEXT, "run: python -m tests.readme.generated"


def test_each_python_snippet_runs(folder: Path) -> None:
    outputs = [_said_by(code, folder) for code in blocks("python")]
    assert len(outputs) == 2
    assert "2 Toezichthouder" in outputs[0]
    assert outputs[0].rstrip().endswith("True")
    assert "name" in outputs[1]


def _said_by(code: str, folder: Path) -> str:
    """What a snippet prints that is run in a folder, with no names but its own."""
    said = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(said):
        exec(code, {})
    return said.getvalue()


@needs("sqlite3")
def test_the_sql_snippet_runs(folder: Path) -> None:
    (code,) = [block for block in blocks("sh") if "sqlite3" in block]
    found = subprocess.run(
        ["sh", "-c", code], cwd=folder, check=True, capture_output=True, text=True
    )
    assert len(found.stdout.splitlines()) == 3
    assert "Planner|Kan " in found.stdout


def test_the_xslt_snippet_gives_a_list_of_roles(folder: Path) -> None:
    (code,) = blocks("xml")
    transform = etree.XSLT(etree.fromstring(code.encode()))
    profile = next((folder / "output" / "xml").glob("*-txt.xml"))
    result = str(transform(etree.parse(str(profile))))
    assert "<li>Planner</li><li>Toezichthouder</li>" in result


def test_every_finding_that_the_readme_names_exists() -> None:
    named = set(re.findall(r"BCP\d{3}", TEXT))
    assert len(named) > 10
    assert named <= CATALOGUE.keys()

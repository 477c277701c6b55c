"""What counts as a fault when files are damaged at random."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.core.diagnostics import Diagnostic
from pipeline.isolation.faults import CRASH
from pipeline.isolation.parcels import refused
from tests.hostile import fuzz


def run(code: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """What a run gives whose every file ends in a finding."""
    parcel = refused("0" * 64, Diagnostic(code, "x"))
    monkeypatch.setattr(fuzz, "work_with", lambda *_: lambda _path: parcel)
    monkeypatch.setattr(fuzz, "seeds", lambda: {"txt": [b"Attitude"]})
    monkeypatch.setattr(fuzz, "_ROUND", 2)
    monkeypatch.chdir(folder)
    return fuzz.main(["0.01"])


@pytest.mark.parametrize("code", [CRASH, "BCP401", "BCP402", "BCP901"])
def test_what_is_our_fault_is_kept_and_fails(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(code, tmp_path, monkeypatch) == 1
    assert [path.suffix for path in tmp_path.iterdir()] == [".txt"]
    assert f": {code} x" in capsys.readouterr().out


@pytest.mark.parametrize("code", ["BCP101", "BCP120", "BCP160", "BCP161", "BCP201", "BCP403"])
def test_a_clear_refusal_is_none(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(code, tmp_path, monkeypatch) == 0
    assert list(tmp_path.iterdir()) == []

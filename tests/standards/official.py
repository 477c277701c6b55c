"""Official files to validate against; they lie beside the project and are no part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.profiles import ROOT

FOLDER = ROOT.parent / "shared" / "standards"


def official(name: str) -> Path:
    """An official file; the test is skipped where it is absent."""
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"the official file {name} (../shared/standards) is not beside this checkout")
    return path

"""A profile is put into plain values once for each use: checks, writers, parcel, tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.contract import tables
from pipeline.conversion import convert
from pipeline.isolation.parcels import unpacked
from pipeline.isolation.work import work_with
from pipeline.profile import codec
from pipeline.profile.model import Profile
from pipeline.validate import validate_file
from pipeline.writers.order import order_of
from tests.stored_releases import SOURCE, profile_of

DEFAULT = order_of(["json", "xml", "csv"])


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How often a profile was put into plain values since this was asked last."""
    seen: list[Profile] = []

    plain = codec.encode

    def encode(value: Any) -> Any:
        if isinstance(value, Profile):
            seen.append(value)
        return plain(value)

    for module in (codec, tables):
        monkeypatch.setattr(module, "encode", encode)

    def since() -> int:
        count = len(seen)
        seen.clear()
        return count

    return since


def test_a_document_with_the_default_formats(encoded: Callable[[], int]) -> None:
    conversion = convert(SOURCE)
    assert encoded() == 1, "the schema is asked of what will be written"

    DEFAULT.files_of(conversion.profile, conversion.trace)
    assert encoded() == 1, "JSON and XML are made of the same values"

    parcel = unpacked(work_with(DEFAULT, 10**8)(SOURCE))
    assert parcel.found is not None
    assert encoded() == 3, "these two and what is handed over"

    DEFAULT.run_files_of([conversion.profile])
    assert encoded() == 1, "the tables of the run"


def test_a_stored_profile_is_checked_as_it_is(encoded: Callable[[], int]) -> None:
    assert validate_file(profile_of("1.0.0")) == []
    assert encoded() == 0

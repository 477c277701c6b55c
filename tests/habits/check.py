"""A document of the kit converted, and what of it is wrong."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import convert
from pipeline.core.errors import DocumentError
from pipeline.profile.codec import profile_to_plain
from tests.habits.kit import Case
from tests.rendering.comparison import ABSENT, leaves

# Where a file came from and what is concluded from it is not what it says.
_NO_CONTENT = ("$schema", "schema_version", "source", "derived", "family")
_LOUD = ("warning", "error")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case: the wrong leaves, and the codes of what was said."""

    wrong: tuple[str, ...]
    codes: tuple[str, ...]
    loud: bool
    announced: bool

    @property
    def right(self) -> bool:
        return not self.wrong or (self.announced and self.loud)

    @property
    def word(self) -> str:
        return "right" if self.right else "wrong" if self.loud else "SILENT"


def outcome(case: Case) -> Outcome:
    """The outcome of a case."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "profile.pdf"
        path.write_bytes(case.data)
        try:
            found = convert(path)
        except DocumentError as error:
            return Outcome((f"refused: {error}"[:160],), (error.code,), True, case.announced)
        except Exception as error:
            shown = f"{type(error).__name__}: {error}"[:160]
            return Outcome((shown,), (), False, case.announced)
    codes = tuple(sorted({finding.code for finding in found.findings}))
    loud = any(finding.severity in _LOUD for finding in found.findings)
    return Outcome(tuple(_wrong(case, bare(profile_to_plain(found.profile)))), codes, loud,
                   case.announced)  # fmt: skip


def bare(value: Any) -> Any:
    """A profile without identifiers."""
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items() if key != "id"}
    return [bare(inner) for inner in value] if isinstance(value, list) else value


def _wrong(case: Case, profile: dict[str, Any]) -> list[str]:
    found = {k: v for k, v in profile.items() if k not in (*_NO_CONTENT, *case.free)}
    if case.apart and _is_apart(found.get("unplaced", []), case.apart):
        found.pop("unplaced", None)
    wanted, got = dict(leaves(case.content)), dict(leaves(found))
    return [
        f"{pointer}: {_short(wanted.get(pointer, ABSENT))} -> {_short(got.get(pointer, ABSENT))}"
        for pointer in {**wanted, **got}
        if wanted.get(pointer, ABSENT) != got.get(pointer, ABSENT)
    ]


def _is_apart(unplaced: list[dict[str, Any]], apart: tuple[str, ...]) -> bool:
    """Whether nothing is unplaced but words of the texts that are none of the profile's."""
    known = set(" ".join(apart).split())
    texts = [
        value for pointer, value in leaves(unplaced) if isinstance(value, str) and _is_text(pointer)
    ]
    return all(word in known for text in texts for word in text.split())


def _is_text(pointer: str) -> bool:
    return pointer.endswith(("/text", "/label")) or "/items/" in pointer


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 90 else f"{text[:87]}..."

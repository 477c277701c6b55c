"""Layout texts of one maker, converted and compared with the content leaf by leaf."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import DocumentError, convert_bytes
from pipeline.profile.codec import profile_to_plain
from tests.core_tasks.comparison import count, differences
from tests.layout_text.printing import printed
from tests.layout_text.tools import TOOLS, words_of
from tests.rendering.comparison import Difference

_EXPECTED = ".expected.json"
_TEXT = ".txt"
# So many of the words of a file may be divided otherwise, as a share of all different ones.
_LOST = 0.2
# What a profile says of itself, and no document.
_SET = ("family",)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a text; `error` where it was refused, `loud` where a finding warns of it."""

    maker: str
    tool: str
    name: str
    leaves: int
    differing: tuple[Difference, ...]
    error: str = ""
    loud: bool = False

    @property
    def exact(self) -> int:
        """How many leaves are right: none of a text that was refused."""
        return 0 if self.error else max(0, self.leaves - len(self.differing))


def keep(maker: str, drawn: int, seed: int, tools: list[str], folder: Path) -> None:
    """Write the texts of a maker, by each tool, with the content of each beside it."""
    for one in printed(maker, drawn, seed):
        if one.is_doubtful:
            continue
        for tool in tools:
            text = TOOLS[tool].written(one.data)
            if _loses_words(text, one.data):
                continue
            stem = folder / f"{maker}+{tool}+{one.name}"
            stem.with_name(stem.name + _TEXT).write_bytes(text)
            plain = json.dumps(one.content, ensure_ascii=False)
            stem.with_name(stem.name + _EXPECTED).write_text(plain, "utf-8")


def _loses_words(text: bytes, pdf: bytes) -> bool:
    """Whether a tool ran words together, so that nobody can read its text as it was printed."""
    words = set(text.decode(errors="replace").split())
    printed_words = words_of(pdf)
    return len(printed_words - words) > _LOST * len(printed_words)


def texts_in(folder: Path) -> list[Path]:
    """The texts of a folder whose content stands beside them."""
    return sorted(path for path in folder.glob(f"*+*{_TEXT}") if _content_of(path).exists())


def outcome(path: Path) -> Outcome:
    """What came of one kept text."""
    maker, tool, name = path.name.removesuffix(_TEXT).split("+", 2)
    plain = json.loads(_content_of(path).read_text("utf-8"))
    content = {key: value for key, value in plain.items() if key not in _SET}
    leaves = count(content)
    try:
        result = convert_bytes(path.read_bytes(), path.name)
    except DocumentError as refused:
        return Outcome(maker, tool, name, leaves, (), str(refused), loud=True)
    except Exception as fault:  # a fault of the converter is an outcome too
        return Outcome(maker, tool, name, leaves, (), f"{type(fault).__name__}: {fault}")
    found = {k: v for k, v in profile_to_plain(result.profile).items() if k not in _SET}
    loud = any(str(one.severity) in ("error", "warning") for one in result.findings)
    error = "" if result.ledger.closed else "the ledger does not close"
    return Outcome(maker, tool, name, leaves, tuple(_differences(content, found)), error, loud)


def _differences(wanted: Any, found: Any) -> Iterator[Difference]:
    yield from differences(wanted, found)


def _content_of(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(_TEXT) + _EXPECTED)

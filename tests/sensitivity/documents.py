"""Each tolerance of the PDF reader moved by a fifth, down and up: what it changes in what is read.

The documents are the PDFs of the folders; without any, the first of each producer's habit. A line
for each tolerance, with the share of documents that are then read otherwise. Those that change
nothing are listed again: they do nothing, or no document of the kit needs them. So are those that
change many: they decide on a knife's edge.
"""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from pathlib import Path
from unittest.mock import patch

from pipeline.core.errors import DocumentError
from pipeline.document.model import Block, Cell, Row, Table
from pipeline.readers.pdf import reader
from pipeline.readers.pdf.rescue import rescued
from pipeline.readers.pdf.settings import Setting, settings
from tests.habits.habit import HABITS

# So many documents in a hundred that are read otherwise are many.
_MANY = 10.0
# What makes marks.
_MAKE_MARKS = tuple(
    f"pipeline.readers.pdf.{name}" for name in ("engine", "second_engine", "repair", "rescue")
)


@dataclass(frozen=True, slots=True)
class Moved:
    """The share of documents, in per cent, that are read otherwise with a tolerance moved."""

    setting: Setting
    down: float
    up: float

    @property
    def most(self) -> float:
        """The larger of both."""
        return max(self.down, self.up)

    def __str__(self) -> str:
        one = self.setting
        where = f"{one.module.removeprefix('pipeline.readers.pdf.')}.{one.name}"
        return f"{where:42} {one.value:8g} {one.unit:6} {self.down:6.1f} {self.up:6.1f}"


def tell(folders: tuple[str, ...], only: str, jobs: int, by: float, *, first: bool) -> None:
    """Print what each tolerance changes whose module and name match a pattern."""
    wanted = [one for one in _every() if re.search(only, f"{one.module}.{one.name}")]
    print(f"{'tolerance':42} {'value':>8} {'unit':6} {'down':>6} {'up':>6}   % of documents")
    found: list[Moved] = []
    with ProcessPoolExecutor(jobs) as pool:
        for one in pool.map(moved, wanted, repeat(folders), repeat(by), repeat(first)):
            print(one, flush=True)
            found.append(one)
    _list("change nothing", [one for one in found if not one.most])
    _list("change much", sorted((m for m in found if m.most >= _MANY), key=lambda m: -m.most))


def _list(title: str, found: Sequence[Moved]) -> None:
    print(f"\n{len(found)} {title}")
    for one in found:
        print(f"{one}   {one.setting.evidence[:90]}")


def moved(setting: Setting, folders: tuple[str, ...], by: float, first: bool) -> Moved:
    """What a tolerance changes when it is moved down and up; with `first` whether it does."""
    usual = _usual(folders)
    shares = []
    for sign in (-1, 1):
        with _set(setting, _value(setting, sign * by)):
            anew = setting.module.startswith(_MAKE_MARKS)
            others = (
                _shown(data, marks_anew=anew) != one
                for data, one in zip(_documents(folders), usual, strict=True)
            )
            count = next((1 for other in others if other), 0) if first else sum(others)
        shares.append(100 * count / max(len(usual), 1))
    return Moved(setting, *shares)


def _value(setting: Setting, by: float) -> float:
    if isinstance(setting.value, int):
        step = max(1, round(setting.value * abs(by)))
        return setting.value + (step if by > 0 else -step)
    return setting.value * (1 + by)


@contextlib.contextmanager
def _set(setting: Setting, value: float) -> Iterator[None]:
    """The tolerance at another value, also in the modules that import it by its name."""
    own = {(one.module, one.name) for one in _every()} - {(setting.module, setting.name)}
    package = "pipeline.readers.pdf"
    with contextlib.ExitStack() as stack:
        for name, module in list(sys.modules.items()):
            if not name.startswith(package) or (name, setting.name) in own:
                continue
            if setting.name in vars(module):
                stack.enter_context(patch.object(module, setting.name, value))
        yield


@cache
def _every() -> tuple[Setting, ...]:
    return tuple(settings())


@cache
def _documents(folders: tuple[str, ...]) -> tuple[bytes, ...]:
    if not folders:
        return tuple(next(iter(habit())).data for habit in HABITS.values())
    files = (file for folder in folders for file in sorted(Path(folder).rglob("*.pdf")))
    return tuple(file.read_bytes() for file in files)


@cache
def _usual(folders: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_shown(data) for data in _documents(folders))


# The marks are the same each time, unless it is what makes them that has the tolerance.
_marks = cache(rescued)


def _shown(data: bytes, *, marks_anew: bool = False) -> str:
    """What is read of a document, as text; the witness has no say in it."""
    with (
        patch.object(reader, "rescued", rescued if marks_anew else _marks),
        patch.object(reader, "witness_findings", lambda *_: ()),
    ):
        try:
            return "\n".join(_lines(reader.read(data).blocks))
        except DocumentError as error:
            return error.code


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield "table"
            for row in block.rows:
                yield from _row(row)
        else:
            yield f"{type(block).__name__} {getattr(block, 'text', '')}"


def _row(row: Row) -> Iterator[str]:
    yield "row"
    for cell in row.cells:
        yield from _cell(cell)


def _cell(cell: Cell) -> Iterator[str]:
    yield f"cell {cell.colspan} {cell.rowspan}"
    yield from _lines(cell.blocks)

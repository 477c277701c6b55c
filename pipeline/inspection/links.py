"""The links of the chain of one value: what was decided of it, from the source to the profile."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from pipeline.core.diagnostics import Diagnostic, Place


@dataclass(frozen=True, slots=True)
class MarkLink:
    """Glyphs of one size (in points) and emphasis on one page: how many, in how many runs."""

    page: int
    size: float
    emphasis: str
    glyphs: int
    runs: int


@dataclass(frozen=True, slots=True)
class LineLink:
    """A line of a page, its measures in points, and where in the reading it stands."""

    page: int
    x0: float
    x1: float
    baseline: float
    size: float
    home: str
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What was done, by which rule, and how much was missing for what would have been done else.

    Of a seam, `side` is "before" or "after" the value, empty inside it; `texts` are its two lines.
    """

    act: str
    rule: str
    margin: float | None = None
    unit: str = ""
    rival: str = ""
    side: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CellLink:
    """The cell of a table that holds the value, all counted from 1, and that table's size."""

    table: int
    row: int
    cell: int
    rows: int
    cells: int


@dataclass(frozen=True, slots=True)
class RivalLabel:
    """Another known label that the one found comes near; `field` is empty for a foreign one."""

    label: str
    field: str
    how: str
    score: float


@dataclass(frozen=True, slots=True)
class LabelLink:
    """A label as found; `how` and `score` say how it was told for the known one `likened_to`."""

    text: str
    places: tuple[Place, ...]
    how: str = ""
    score: float | None = None
    likened_to: str = ""
    rivals: tuple[RivalLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldLink:
    """The field that a label fills, of the profile or of a kind of node, and its kind of value."""

    id: str
    node: str
    kind: str
    section: str


@dataclass(frozen=True, slots=True)
class FamilyLink:
    """A family and what speaks for it; `weight` adds it up."""

    name: str
    weight: int
    evidence: str


@dataclass(frozen=True, slots=True)
class Chain:
    """All links of one value, those of the source first.

    `block` is what the source has it as; `family` the one that the document was read by, `rivals`
    those that lost.
    """

    pointer: str
    value: str | int
    raw: str
    derived: bool
    places: tuple[Place, ...]
    marks: tuple[MarkLink, ...]
    lines: tuple[LineLink, ...]
    seams: tuple[Decision, ...]
    block: str
    cells: tuple[CellLink, ...]
    tables: tuple[Decision, ...]
    label: LabelLink | None
    shapes: tuple[Decision, ...]
    node: str
    field: FieldLink | None
    family: FamilyLink
    rivals: tuple[FamilyLink, ...]
    steps: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


def plain(link: Any) -> Any:
    """A link as JSON has it, without what it does not say."""
    if isinstance(link, tuple):
        return [plain(one) for one in link]
    if not is_dataclass(link):
        return link
    found = {one.name: plain(getattr(link, one.name)) for one in fields(link)}
    if isinstance(link, Diagnostic):
        found |= {"severity": str(link.severity), "remedy": link.remedy}
    return {name: value for name, value in found.items() if value not in (None, "", [], {})}

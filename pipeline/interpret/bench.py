"""What all builders of one profile share: layout, claims, evidence, findings, unplaced rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.core.diagnostics import Diagnostic
from pipeline.core.signs import DASHES_AND_HYPHENS
from pipeline.document.model import Locator
from pipeline.document.reasons import Reasons, Verdict
from pipeline.document.text import Text
from pipeline.families.model import Family
from pipeline.interpret.claims import Claims
from pipeline.interpret.flattened import Evidence
from pipeline.interpret.notes import Note
from pipeline.interpret.outline import Entry
from pipeline.interpret.passage_maker import PassageMaker
from pipeline.interpret.passages import Passage, joined_text
from pipeline.interpret.tree import Node, labelled, leaf, visible_origins
from pipeline.interpret.values.blocks import text_blocks
from pipeline.labels.matcher import LabelMatcher

_SHOWN = 60


@dataclass(slots=True)
class Value:
    """An entry with the passages of its value."""

    entry: Entry
    passages: list[Passage]


@dataclass(slots=True)
class Bench:
    """The state of one interpretation; findings and unplaced rows accumulate.

    `reasons` are the reader's; `shows_emphasis` tells that anything in the document is bold, italic
    or a heading.
    """

    family: Family
    matcher: LabelMatcher
    maker: PassageMaker
    claims: Claims
    locator: Locator
    reasons: Reasons = field(default_factory=Reasons)
    evidence: Evidence = field(default_factory=Evidence)
    naming_habit: str = ""
    shows_emphasis: bool = True
    findings: list[Diagnostic] = field(default_factory=list)
    unplaced: list[Node] = field(default_factory=list)

    def note(self, code: str, message: str, text: Text, pointer: str = "") -> None:
        """A finding about a stretch of the document."""
        origins = visible_origins(text)
        place = self.locator.places(origins)[0] if origins else None
        self.findings.append(Diagnostic(code, message, place, pointer or None))

    def note_all(self, notes: Iterable[Note], pointer: str) -> None:
        """The findings of a value, with their places."""
        for note in notes:
            self.note(note.code, note.message, note.text, pointer + note.below)

    def note_doubt(self, verdict: Verdict, text: Text, pointer: str) -> None:
        """What nothing decided of a text, if anything is in doubt."""
        if verdict.doubt:
            self.note("BCP319", f"{verdict.name}; but {verdict.doubt}", text, pointer)

    def note_empty(self, label: Text, pointer: str = "") -> None:
        """A label that is printed without a value."""
        self.note("BCP308", f"the label {shown(label)} has no value", label, pointer)

    def keep(self, value: Value) -> None:
        """Keep a row that no field takes, and report it."""
        pointer = self.keep_silently(value)
        label = value.entry.label
        if label:
            self.note("BCP301", f"the label {shown(label)} is in no layout", label, pointer)
        else:
            text = joined_text(value.passages)
            self.note("BCP307", f"text outside every label: {shown(text)}", text, pointer)

    def keep_part(self, value: Value, passages: list[Passage], reason: str) -> None:
        """Keep text of a known label that its field has no place for, and say why."""
        pointer = self.keep_silently(Value(value.entry, passages))
        message = f"under the label {shown(value.entry.label)}: {reason}"
        self.note("BCP313", message, joined_text(passages), pointer)

    def keep_silently(self, value: Value) -> str:
        """Keep a row about which there is a finding already; its pointer."""
        label = self._bare(value.entry.label)
        row = {"label": leaf(label), "text": labelled(text_blocks(value.passages), label)}
        self.unplaced.append(row)
        return f"/unplaced/{len(self.unplaced) - 1}"

    def _bare(self, text: Text) -> Text:
        """A label without the colon or dash that parts it from its value."""
        label = text.collapse()
        stripped = label.chars.rstrip(" :" + DASHES_AND_HYPHENS)
        self.claims.take(label[len(stripped) :], "separators")
        return label[: len(stripped)]


def shown(text: Text) -> str:
    """A text as messages quote it: its beginning, where it is long."""
    chars = text.collapse().chars
    return repr(chars if len(chars) <= _SHOWN else f"{chars[: _SHOWN - 3]}...")

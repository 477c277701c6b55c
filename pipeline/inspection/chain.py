"""How one value came about, from the marks in the source to the field of the profile.

Each link says what was decided, by which rule, how near the other answer was, and what lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pipeline.conversion import Conversion, conversion_of, file_bytes
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.document.model import Document, texts
from pipeline.document.reasons import SEAMS, Reason, side_of
from pipeline.document.text import Text
from pipeline.families import PROFILE, Family, load_families
from pipeline.inspection.home import cells_around, holds_first, kind_of_block
from pipeline.inspection.links import (
    Chain,
    Decision,
    FamilyLink,
    FieldLink,
    LabelLink,
    RivalLabel,
)
from pipeline.inspection.printed import Printed
from pipeline.inspection.stages import stages_of
from pipeline.interpret.evidence import Recognition
from pipeline.interpret.interpret import Interpretation, interpret
from pipeline.interpret.outline import Entry, Part
from pipeline.interpret.tree import Leaf, leaves, visible_origins
from pipeline.labels.matcher import LabelMatch, matcher_of
from pipeline.profile.codec import profile_to_plain
from pipeline.profile.trace import TraceEntry
from pipeline.readers import is_pdf, read

_NEAREST = 3
_MOST_RIVALS = 2


class NoSuchValueError(ValueError):
    """A pointer that names no value which was read; the message names the nearest ones."""


def chain_of(path: Path, pointer: str, families: tuple[Family, ...] | None = None) -> Chain:
    """The chain of the value at a JSON Pointer.

    Raises DocumentError where the document cannot be converted, NoSuchValueError where the pointer
    names no value of it.
    """
    data = file_bytes(path)
    stages = stages_of(data, path, None, without_tags=False) if is_pdf(data) else None
    document = read(data) if stages is None else stages.document
    found = interpret(document, load_families() if families is None else families)
    conversion = conversion_of(document, found, data, path.name)
    known = dict(leaves(found.tree))
    if pointer not in known:
        raise NoSuchValueError(_nearest(pointer, list(known), conversion))
    printed = Printed.of(stages)
    return _Linking(document, found, conversion, printed).chain(pointer, known[pointer])


def _nearest(pointer: str, known: Sequence[str], conversion: Conversion) -> str:
    """Why a pointer names no value, and which pointers do."""
    below = [one for one in known if one.startswith(f"{pointer.rstrip('/')}/")]
    if below:
        shown = ", ".join(below[:_NEAREST])
        return f"{pointer or 'the whole'} holds {len(below)} values; name one, such as {shown}"
    near = ", ".join(get_close_matches(pointer, known, _NEAREST, cutoff=0.0))
    if _exists(pointer, conversion):
        return f"{pointer} was not read: the program made it; near it were read {near}"
    return f"there is no value at {pointer!r}; near it are {near}"


def _exists(pointer: str, conversion: Conversion) -> bool:
    """Whether the profile has something at a pointer."""
    root, *steps = pointer.split("/")
    at: object = profile_to_plain(conversion.profile)
    for step in steps:
        if isinstance(at, dict) and step in at:
            at = at[step]
        elif isinstance(at, list) and step.isdecimal() and int(step) < len(at):
            at = at[int(step)]
        else:
            return False
    return not root


@dataclass(frozen=True, slots=True)
class _Linking:
    """Finds the links of a leaf in what the stages left."""

    document: Document
    found: Interpretation
    conversion: Conversion
    printed: Printed

    def chain(self, pointer: str, leaf: Leaf) -> Chain:
        entry: TraceEntry = self.found.trace[pointer]
        own = leaf.text.visible_origins()
        reasons = list(self.found.reasons.about(own))
        part, labelled = self._home(leaf)
        match = self._match(pointer, leaf, labelled)
        label = self._label(leaf, match)
        recognition = self.found.recognition
        return Chain(
            pointer=pointer,
            value=leaf.value,
            raw=entry.raw,
            derived=entry.derived,
            places=entry.places,
            marks=tuple(self.printed.marks(own)),
            lines=tuple(self.printed.lines(own)),
            seams=tuple(self._decision(r, own) for r in reasons if r.stage == SEAMS),
            block=kind_of_block(self.document.blocks, own),
            cells=tuple(cells_around(self.document.blocks, own)),
            tables=_decided(r for r in reasons if r.stage not in (SEAMS, "shapes")),
            label=label,
            shapes=_shapes(reasons, labelled),
            node=part.scope if part is not None else "",
            field=_field(match),
            family=_family(recognition),
            rivals=tuple(map(_family, recognition.rivals)),
            steps=entry.steps,
            findings=tuple(self._findings(pointer, entry, label)),
        )

    def _decision(self, reason: Reason, own: Sequence[int]) -> Decision:
        """A seam with the ends of its lines."""
        ends = tuple(self.printed.ends(reason))
        return _decision(reason, side_of(reason, own), ends)

    def _home(self, leaf: Leaf) -> tuple[Part | None, Entry | None]:
        """The node and the labelled value that a leaf is of; the node alone where it is its title.

        A value is told by the characters of its label; by its own where it has none, or where that
        is no label but a heading inside the value.
        """
        parts = list(self.found.outline.root.walk())
        label = leaf.label.visible_origins() if leaf.label is not None else []
        for part in parts:
            if part.node is not None and holds_first(part.heading, label):
                return part, None
            for entry in part.entries:
                if holds_first(entry.label, label):
                    return part, entry
        own = leaf.text.visible_origins()
        for part in parts:
            if part.node is not None and holds_first(part.heading, own):
                return part, None
            for entry in part.entries:
                if any(holds_first(text, own) for text in _texts_of(entry)):
                    return part, entry
        return None, None

    def _match(self, pointer: str, leaf: Leaf, entry: Entry | None) -> LabelMatch | None:
        """What the label of a leaf was taken for; a heading inside a value may be one as well."""
        if entry is None or leaf.label is None or not leaf.label:
            return entry.match if entry is not None else None
        if holds_first(entry.label, leaf.label.visible_origins()):
            return entry.match
        matcher = matcher_of(self.found.recognition.layout)
        found = matcher.match(leaf.label.chars, PROFILE, entry.section)
        below = f"/{found.field.path.replace('.', '/')}/" if found is not None else ""
        return found if below and pointer.startswith(below) else None

    def _label(self, leaf: Leaf, match: LabelMatch | None) -> LabelLink | None:
        if leaf.label is None or not leaf.label:
            return None
        text = leaf.label.collapse().chars
        places = self._places(leaf.label)
        if match is None:
            return LabelLink(text, places)
        matcher = matcher_of(self.found.recognition.layout)
        others = [hit for hit in matcher.candidates(text) if hit.target != match.field.id]
        rivals = (RivalLabel(hit.label, hit.target, hit.how, hit.score) for hit in others)
        likened = match.likened_to or match.label
        return LabelLink(
            text, places, match.how, match.score, likened, tuple(rivals)[:_MOST_RIVALS]
        )

    def _places(self, text: Text) -> tuple[Place, ...]:
        origins = visible_origins(text)
        return self.document.locator.places(origins) if origins else ()

    def _findings(
        self, pointer: str, entry: TraceEntry, label: LabelLink | None
    ) -> Iterator[Diagnostic]:
        """The findings about the value or what it stands in, and those at its place."""
        places = {*entry.places, *(label.places if label is not None else ())}
        for finding in self.conversion.findings:
            named = finding.pointer
            is_named = named is not None and f"{pointer}/".startswith(f"{named}/")
            if is_named or (not named and finding.place in places):
                yield finding


def _decision(reason: Reason, side: str = "", ends: tuple[str, ...] = ()) -> Decision:
    verdict = reason.verdict
    margin = verdict.margin if verdict.unit else None
    return Decision(reason.act, verdict.name, margin, verdict.unit, verdict.rival, side, ends)


def _decided(reasons: Iterator[Reason]) -> tuple[Decision, ...]:
    """The decisions, each once."""
    return tuple(dict.fromkeys(_decision(reason) for reason in reasons))


def _shapes(reasons: Sequence[Reason], entry: Entry | None) -> tuple[Decision, ...]:
    """What the rows of a value were taken for; else the form that its label was read by."""
    found = _decided(reason for reason in reasons if reason.stage == "shapes")
    if found or entry is None or not entry.how:
        return found
    return (Decision("shape", entry.how),)


def _field(match: LabelMatch | None) -> FieldLink | None:
    if match is None:
        return None
    field = match.field
    return FieldLink(field.id, field.node, field.kind, field.section)


def _family(claim: Recognition) -> FamilyLink:
    name = claim.layout.name
    return FamilyLink(name, claim.weight, str(claim).removeprefix(f"{name}: "))


def _texts_of(entry: Entry) -> Iterator[Text]:
    return (text for cell in entry.cells for text in texts(cell.blocks))

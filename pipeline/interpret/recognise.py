"""Which layout family a document is of, with the evidence; look-alikes are named and refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.core import heartbeat
from pipeline.core.errors import DocumentError
from pipeline.core.text import collapse, fold
from pipeline.document.model import Document, Furniture, Heading, ListItem, Paragraph, Table
from pipeline.document.text import Text
from pipeline.families.model import Family, LookAlike
from pipeline.interpret.grid import cell_text
from pipeline.labels.matcher import matcher_of

# The title stands within the first lines; further down a document may cite anything.
_OPENING = 12
_MAX_LABEL = 110


@dataclass(frozen=True, slots=True)
class Recognition:
    """A family's claim: the fields whose labels were seen, and whether a title names the type."""

    layout: Family
    titled: bool
    fields: tuple[str, ...]

    @property
    def suffices(self) -> bool:
        """Whether the family's minimum is reached."""
        evidence = self.layout.evidence
        needed = evidence.minimum_with_title if self.titled else evidence.minimum_without_title
        return len(self.fields) >= needed

    def __str__(self) -> str:
        title = "a title that names the document type" if self.titled else "no title"
        return f"{self.layout.name}: {title}, labels of {len(self.fields)} fields"


def recognise(document: Document, layouts: tuple[Family, ...]) -> Recognition:
    """The one family that the document is of.

    Raises DocumentError: BCP202 for a look-alike, BCP201 where no family's
    evidence suffices, BCP203 where two have equally much. Each shows the evidence.
    """
    lines = [chars for chars in _lines(document) if len(chars) <= _MAX_LABEL]
    claims = [_claim(layout, lines) for layout in layouts]
    for claim in claims:
        _refuse_look_alike(claim, lines)
    sufficient = sorted(
        (c for c in claims if c.suffices), key=lambda c: (-len(c.fields), c.layout.name)
    )
    shown = "; ".join(str(claim) for claim in claims)
    if not sufficient:
        raise DocumentError("BCP201", f"the evidence does not suffice ({shown})")
    if len(sufficient) > 1 and len(sufficient[0].fields) == len(sufficient[1].fields):
        raise DocumentError("BCP203", f"two families fit equally well ({shown})")
    return sufficient[0]


def _claim(layout: Family, lines: list[str]) -> Recognition:
    matcher = matcher_of(layout)
    # A label may be one of the profile and of a role (`Naam`): it is evidence of one field.
    # A label that is not listed could only be concluded, which is no evidence.
    listed = (line for line in _each(lines) if matcher.is_known(line))
    found = (
        next((m for scope in layout.scopes if (m := matcher.match(line, scope))), None)
        for line in listed
    )
    fields = {match.field.id for match in found if match is not None and not match.is_inferred}
    return Recognition(
        layout,
        any(matcher.match_document_type(line) is not None for line in lines[:_OPENING]),
        tuple(sorted(fields)),
    )


def _each(lines: list[str]) -> Iterator[str]:
    for line in lines:
        heartbeat.beat()
        yield line


def _refuse_look_alike(claim: Recognition, lines: list[str]) -> None:
    """A document that names itself as another kind, or has that kind's labels and not ours."""
    folded = {fold(line) for line in lines}
    for kind in claim.layout.look_alikes:
        labels = {fold(label) for label in kind.labels} & folded
        named = _names_first(lines[:_OPENING], kind.title_words, claim.layout)
        if named or (len(labels) > 1 and len(labels) > len(claim.fields)):
            raise DocumentError("BCP202", _refusal(kind, sorted(labels), named))


def _refusal(kind: LookAlike, labels: list[str], named: bool) -> str:
    shown = []
    if named:
        shown.append("its opening says so")
    if labels:
        shown.append(f"it has the labels {', '.join(labels)}")
    return f"the document is a {kind.name}: {'; '.join(shown)}. {kind.remedy}"


def _names_first(lines: list[str], words: tuple[str, ...], layout: Family) -> bool:
    """Whether the opening names this kind before it names a document type of the family.

    A look-alike may mention the profile it rests on, and a profile what rests on it.
    """
    matcher = matcher_of(layout)
    theirs = [fold(word) for word in words]
    for line in lines:
        folded = fold(line)
        at = min((folded.find(word) for word in theirs if word in folded), default=-1)
        own = matcher.match_document_type(folded)
        if at >= 0 or own is not None:
            return at >= 0 and (own is None or at < own.start)
    return False


def _lines(document: Document) -> Iterator[str]:
    """The lines that may be titles or labels: paragraphs, headings, cells and what opens a cell."""
    for block in document.blocks:
        heartbeat.beat()
        match block:
            case Heading() | Paragraph() | ListItem():
                yield from _parts(block.text)
            case Table():
                yield from _parts(block.caption)
                for row in block.rows:
                    heartbeat.beat()
                    for cell in row.cells:
                        yield from _parts(cell_text(cell))
            case Furniture():
                pass


def _parts(text: Text) -> Iterator[str]:
    """A text as a whole (a label may go on over a line end), and its lines."""
    if text:
        yield collapse(text.chars)
        lines = text.lines()
        if len(lines) > 1:
            yield from (collapse(line.chars) for line in lines if line)

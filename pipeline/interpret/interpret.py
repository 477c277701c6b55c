"""A document to the plain values of its profile, with trace, ledger and findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import DocumentError
from pipeline.document.line_ends import LineEnds
from pipeline.document.model import Document, Heading, Locator, texts
from pipeline.document.reasons import Reasons
from pipeline.document.text import Text
from pipeline.families.model import Family
from pipeline.interpret.bench import Bench
from pipeline.interpret.build import build
from pipeline.interpret.check_boxes import unticked
from pipeline.interpret.claims import Claims
from pipeline.interpret.derive import derived
from pipeline.interpret.evidence import Recognition
from pipeline.interpret.outline import Outline
from pipeline.interpret.passage_maker import PassageMaker
from pipeline.interpret.plausibility import plausibility_findings
from pipeline.interpret.printed_rows import with_printed_rows
from pipeline.interpret.recognise import recognise
from pipeline.interpret.text_boxes import left_out_boxes
from pipeline.interpret.tree import (
    Node,
    Placed,
    claim_fields,
    invented,
    placed,
    plain_values,
    trace_of,
)
from pipeline.interpret.walk import walk
from pipeline.labels.matcher import matcher_of
from pipeline.profile.trace import Ledger, Trace

# A name a line is no sign of wrapping.
_NAMES = ("names", "organisations")


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What a document says. `content` lacks identifiers and the description of the source file.

    `tree` is the content with the text of each leaf; `reasons` are the reader's, and why lines
    and pages were joined or parted and rows of tables taken for what they are; `recognition` is why
    the document is of its family.
    """

    layout: str
    content: dict[str, Any]
    trace: Trace
    ledger: Ledger
    findings: tuple[Diagnostic, ...]
    outline: Outline
    tree: dict[str, Node]
    reasons: Reasons
    recognition: Recognition


def _shows_emphasis(document: Document) -> bool:
    """Whether anything in a document is bold, italic or a heading."""
    headed = any(isinstance(block, Heading) for block in document.blocks)
    return headed or any(any(text.styles) for text in texts(document.blocks))


def interpret(document: Document, layouts: tuple[Family, ...]) -> Interpretation:
    """The interpretation of a document.

    Raises DocumentError: BCP201, BCP202, BCP203 (not recognised), BCP403 (no name).
    """
    recognition = recognise(document, layouts)
    claims = Claims()
    matcher = matcher_of(recognition.layout)
    blocks = with_printed_rows(document.blocks, matcher.is_listed)
    outline = walk(blocks, recognition.layout, claims)
    bench = Bench(
        family=recognition.layout,
        matcher=matcher,
        maker=PassageMaker(LineEnds.of(_value_texts(outline)), claims),
        claims=claims,
        locator=document.locator,
        reasons=document.reasons,
        shows_emphasis=_shows_emphasis(document),
    )
    tree = build(outline, bench)
    if "name" not in tree or not plain_values(tree["name"]):
        raise DocumentError(
            "BCP403", "no label gives the name of the occupation, nor does the title"
        )
    if conclusions := derived(tree):
        tree["derived"] = conclusions
    found = placed(tree)
    claim_fields(found, claims)
    ledger, ledger_findings = _audit(document, found, claims)
    content = plain_values(tree)
    implausible = plausibility_findings(content, ledger, recognition)
    reasons = Reasons.of((*document.reasons.all, *bench.maker.reasons, *outline.reasons))
    return Interpretation(
        layout=recognition.layout.name,
        content=content,
        trace=trace_of(found, document.locator, reasons),
        ledger=ledger,
        findings=(
            *bench.findings,
            *ledger_findings,
            *implausible,
            *_doubts(found, reasons, document.locator),
            *unticked(document, found),
            *left_out_boxes(document, outline.beside),
        ),
        outline=outline,
        tree=tree,
        reasons=reasons,
        recognition=recognition,
    )


def _value_texts(outline: Outline) -> Iterator[Text]:
    """The texts of all values but lists of names: a name a line is no sign of wrapping."""
    for part in outline.root.walk():
        for entry in part.entries:
            if entry.kind not in _NAMES:
                for cell in entry.cells:
                    yield from texts(cell.blocks)


def _doubts(found: Sequence[Placed], reasons: Reasons, locator: Locator) -> Iterator[Diagnostic]:
    """What the reader could not decide, each for the first value that it is about."""
    for reason in reasons.all:
        if not reason.verdict.doubt:
            continue
        for item in found:
            own = sorted(o for o in item.origins if reason.is_about(o))
            if own:
                message = f"{reason}; but {reason.verdict.doubt}"
                yield Diagnostic("BCP315", message, locator.places(own)[0], item.pointer)
                break


def _audit(
    document: Document, found: Sequence[Placed], claims: Claims
) -> tuple[Ledger, list[Diagnostic]]:
    """The ledger of a document, and a finding for each stretch that is missing or invented."""
    content = set[int]().union(*map(Text.visible_origins, texts(document.blocks)))
    unclaimed = claims.missing(content)
    unread = document.source_chars - sum(document.markup.values()) - len(content)
    strange = invented(found)
    findings = [
        Diagnostic("BCP401", f"{len(stretch)} characters are in no account", places[0])
        for stretch in _stretches(unclaimed)
        if (places := document.locator.places(stretch))
    ]
    if unread:
        findings.append(Diagnostic("BCP401", f"{unread} characters of the source reached no block"))
    findings.extend(
        Diagnostic("BCP402", "the value is not what its source says", pointer=pointer)
        for pointer in strange
    )
    ledger = Ledger(
        source=document.source_chars,
        markup=document.markup,
        accounts=claims.totals(),
        missing=len(unclaimed) + unread,
        invented=sum(strange.values()),
    )
    return ledger, findings


def _stretches(origins: list[int]) -> list[list[int]]:
    """Origins in groups that lie close together."""
    groups: list[list[int]] = []
    for origin in origins:
        # Words of one sentence are a space or a tag apart.
        if groups and origin - groups[-1][-1] <= 40:
            groups[-1].append(origin)
        else:
            groups.append([origin])
    return groups

"""`bcp why`: how one value came about, from the marks in the source to the field of the profile.

It is looked into in a process of its own: whatever the file does, the command says it in a line.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.cli.arguments import (
    Commands,
    add_layouts,
    add_limits,
    document_of,
    families_of,
    limits_of,
    looked_at,
    path_of,
)
from pipeline.cli.exits import CLEAN, FINDINGS
from pipeline.cli.printing import print_findings
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import UsageError
from pipeline.core.text import one_line

if TYPE_CHECKING:
    from pipeline.families import Family

_Plain = dict[str, Any]
# What the process says in the place of a chain where the pointer names no value.
_REFUSED = "refused"
# How wide the column of names is.
_NAME = 10


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser("why", help="say how one value came about, and what lost")
    parser.add_argument("path", type=path_of, metavar="PATH")
    parser.add_argument(
        "pointer",
        metavar="POINTER",
        help="the JSON Pointer of a value, as trace, findings and `bcp inspect` name it: "
        "/roles/0/name",
    )
    parser.add_argument("--json", action="store_true", help="print the chain as JSON")
    add_layouts(parser)
    add_limits(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the chain of a value."""
    path = document_of(options, "ask about")
    work = partial(_asked, families_of(options), options.pointer)
    found = looked_at(path, work, limits_of(options))
    if isinstance(found, Diagnostic):
        print_findings(str(path), [found], verbose=True)
        return FINDINGS
    chain: _Plain = json.loads(found)
    if _REFUSED in chain:
        raise UsageError(chain[_REFUSED])
    if options.json:
        print(json.dumps(chain, ensure_ascii=False, indent=2))
    else:
        print("\n".join(chain_lines(chain)))
    return CLEAN


def _asked(families: tuple[Family, ...] | None, pointer: str, path: Path) -> bytes:
    """The chain as JSON, or why there is none."""
    from pipeline.inspection.chain import NoSuchValueError, chain_of
    from pipeline.inspection.links import plain

    try:
        found = plain(chain_of(path, pointer, families))
    except NoSuchValueError as error:
        found = {_REFUSED: str(error)}
    return json.dumps(found).encode()


def chain_lines(chain: _Plain) -> Iterator[str]:
    """The links of a chain, those of the source first; each is named where it begins."""
    yield chain["pointer"]
    for name, tell in _LINKS:
        for number, line in enumerate(tell(chain)):
            yield f"  {'' if number else name:<{_NAME}}{one_line(line)}"


def _value(chain: _Plain) -> Iterator[str]:
    yield f"{chain['value']!r}{', derived' if chain['derived'] else ''}"
    raw = chain.get("raw", "")
    if " ".join(raw.split()) != str(chain["value"]):
        yield f"in the source {raw!r}"


def _places(chain: _Plain) -> Iterator[str]:
    yield from map(_place, chain.get("places", ())) if "places" in chain else ("nowhere",)


def _place(place: _Plain) -> str:
    if "page" in place:
        box = " ".join(f"{side:.1f}" for side in place.get("box", ()))
        return f"page {place['page']}, box {box}" if box else f"page {place['page']}"
    if "line" in place:
        return f"line {place['line']}, column {place['column']}"
    return " ".join(str(place[key]) for key in ("part", "path") if key in place)


def _marks(chain: _Plain) -> Iterator[str]:
    for mark in chain.get("marks", ()):
        emphasis = f", {mark['emphasis']}" if "emphasis" in mark else ""
        count = f"{mark['glyphs']} glyphs in {mark['runs']} runs"
        yield f"page {mark['page']}: {count}, {mark['size']:.1f} pt{emphasis}"


def _lines(chain: _Plain) -> Iterator[str]:
    for line in chain.get("lines", ()):
        measures = f"x {line['x0']:.1f} to {line['x1']:.1f}, baseline {line['baseline']:.1f}"
        yield f"page {line['page']}: {measures}, {line['home']}: {line['text']!r}"


def _seams(chain: _Plain) -> Iterator[str]:
    for seam in chain.get("seams", ()):
        side = f" {seam['side']}" if "side" in seam else ""
        ends = " | ".join(map(repr, seam.get("texts", ())))
        yield f"{seam['act']}{side}: {_rule(seam)}{f': {ends}' if ends else ''}"


def _block(chain: _Plain) -> Iterator[str]:
    if "block" in chain:
        yield chain["block"]


def _table(chain: _Plain) -> Iterator[str]:
    for number, cell in enumerate(chain.get("cells", ())):
        inside = " inside that cell" if number else ""
        yield (
            f"row {cell['row']} of {cell['rows']}, cell {cell['cell']} of {cell['cells']}, "
            f"in table {cell['table']}{inside}"
        )
    yield from (f"{one['act']}: {_rule(one)}" for one in chain.get("tables", ()))


def _label(chain: _Plain) -> Iterator[str]:
    label = chain.get("label")
    if label is None:
        return
    at = f" [{_place(label['places'][0])}]" if "places" in label else ""
    yield f"{label['text']!r}{at}"
    if "how" in label:
        yield f"taken for {label['likened_to']!r} ({label['how']}, {label['score']:.2f})"
    for rival in label.get("rivals", ()):
        of = f"of {rival['field']}" if "field" in rival else "of another kind of document"
        yield f"not: {rival['label']!r} {of} ({rival['how']}, {rival['score']:.2f})"


def _shape(chain: _Plain) -> Iterator[str]:
    return map(_rule, chain.get("shapes", ()))


def _field(chain: _Plain) -> Iterator[str]:
    field = chain.get("field")
    if field is not None:
        yield f"{field['id']}, {field['kind']}, in the section {field['section']}"
    else:
        where = f": it stands in a {chain['node']} or in its heading" if "node" in chain else ""
        yield f"none by a label{where}"


def _family(chain: _Plain) -> Iterator[str]:
    yield _claim(chain["family"])
    yield from (f"not: {_claim(rival)}" for rival in chain.get("rivals", ()))


def _claim(family: _Plain) -> str:
    return f"{family['name']}, weight {family['weight']}: {family['evidence']}"


def _steps(chain: _Plain) -> Iterator[str]:
    yield from chain.get("steps", ())


def _findings(chain: _Plain) -> Iterator[str]:
    for finding in chain.get("findings", ()):
        yield f"{finding['severity']} {finding['code']}: {finding['message']} ({finding['remedy']})"


def _rule(decision: _Plain) -> str:
    """A rule with its margin, and what lost."""
    by = f", by {decision['margin']:.1f} {decision['unit']}" if "margin" in decision else ""
    rival = f" (not: {decision['rival']})" if "rival" in decision else ""
    return f"{decision['rule']}{by}{rival}"


_LINKS: tuple[tuple[str, Callable[[_Plain], Iterator[str]]], ...] = (
    ("value", _value),
    ("stood", _places),
    ("marks", _marks),
    ("lines", _lines),
    ("seams", _seams),
    ("block", _block),
    ("table", _table),
    ("label", _label),
    ("shape", _shape),
    ("field", _field),
    ("family", _family),
    ("steps", _steps),
    ("findings", _findings),
)

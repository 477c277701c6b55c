"""An outline to the tree of a profile: each label fills the field that its family says.

One recursive walk over the nodes; what each kind of value becomes is in `makers`. What no field
takes ends in `unplaced`.
"""

from __future__ import annotations

import re

from pipeline.core.text import fold
from pipeline.document.text import Text
from pipeline.families.model import PROFILE
from pipeline.interpret.bench import Bench
from pipeline.interpret.cover import fill_from_cover, is_said
from pipeline.interpret.entries import evidence_of, naming_habit, place_alike, values_of
from pipeline.interpret.fact_makers import set_name
from pipeline.interpret.filling import Filling, ordered
from pipeline.interpret.makers import fill
from pipeline.interpret.nodes import add_nodes
from pipeline.interpret.outline import Outline
from pipeline.interpret.title import TitleParts, title_parts
from pipeline.interpret.tree import Leaf, Node, leaf, leaves
from pipeline.labels.matcher import LabelMatcher
from pipeline.profile.model import Profile


def build(outline: Outline, bench: Bench) -> dict[str, Node]:
    """The profile's tree, its keys in the order of the model, without what is derived."""
    parts = list(outline.root.walk())
    values = {id(part): values_of(part.entries, part.scope, bench) for part in parts}
    place_alike(((part.scope, values[id(part)]) for part in parts), bench)
    every = [value for found in values.values() for value in found]
    bench.evidence = evidence_of(every)
    bench.naming_habit = naming_habit(every)
    root = Filling(bench, Profile, PROFILE, "", values[id(outline.root)])
    for value in root.values:
        fill(root, value)
    _fill_from_title(root, outline)
    fill_from_cover(root, outline)
    add_nodes(root, outline.root.parts, [], values)
    if bench.unplaced:
        root.tree["unplaced"] = bench.unplaced
    root.tree["language"] = "nl"
    return ordered(root.tree, Profile)


def _fill_from_title(root: Filling, outline: Outline) -> None:
    """Document type, sector and, where no label gives it, the name."""
    title = outline.title
    occupation = root.name or _occupation(outline, root.bench.matcher)
    parts = title_parts(title, root.bench.matcher, occupation, outline.cover)
    root.tree["document_type"] = _document_type(root, parts)
    if parts.sector and "sector" not in root.tree and not _is_a_value(parts.sector, root):
        step = "sector from the title line"
        root.tree["sector"] = leaf(parts.sector, title.chars, (step,))
    if parts.code and root.has("code") and "code" not in root.tree:
        root.tree["code"] = leaf(parts.code, title.chars, ("code from the title line",))
    if root.name is None and occupation is not None:
        set_name(root, occupation.text, title)
    elif parts.name and root.name is None:
        set_name(root, parts.name, title)
    for part in parts.others:
        if not is_said(root, part):
            message = f"the title says {part.chars!r}, which is in no field"
            root.bench.note("BCP318", message, part)
    root.bench.claims.take(title, "title")


def _is_a_value(text: Text, root: Filling) -> bool:
    """Whether a part of the title is all that a field says: who made the profile is no sector."""
    said = fold(text.chars)
    return any(said == fold(str(item.value)) for _, item in leaves(root.tree))


def _occupation(outline: Outline, matcher: LabelMatcher) -> Leaf | None:
    """The part of the title, or the line of the cover, that headings of nodes name as well.

    `1. De sluiswachter als gids` tells which part of a title is the occupation.
    """
    parts = title_parts(outline.title, matcher, None)
    headings = [fold(part.heading.chars) for part in outline.root.walk() if part.node is not None]
    for text in (parts.name, *parts.others, *outline.cover):
        named = re.compile(rf"(?:\d+\W+)?(?:(?:de|het|een) )?{re.escape(fold(text.chars))} als ")
        if text and any(named.match(heading) for heading in headings):
            return leaf(text)
    return None


def _document_type(root: Filling, parts: TitleParts) -> Leaf:
    """The document type; one that the title misspells is reported."""
    found = parts.type_match
    if found is None:
        step = "family of the form"
    elif found.is_inferred:
        step = f"{parts.kind.chars!r} taken for {found.label!r} by its spelling"
        root.bench.note("BCP302", step, parts.kind, "/document_type")
    else:
        step = f"document type named by {parts.kind.chars!r}"
    return Leaf("beroepscompetentieprofiel", parts.kind, steps=(step,), verbatim=False)

"""An outline to the tree of a profile: each label fills the field that its layout says.

One walk over the entries; what each kind of value is made of is in `values/`.
What no field takes ends in `unplaced`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.core import heartbeat
from pipeline.document.text import Text
from pipeline.interpret.bench import Bench, Value
from pipeline.interpret.entries import evidence_of, values_of
from pipeline.interpret.notes import Note
from pipeline.interpret.outline import Entry, Outline
from pipeline.interpret.pairs import leading_number
from pipeline.interpret.passages import Passage, joined_text
from pipeline.interpret.roles import NamedRole, role_nodes
from pipeline.interpret.title import TitleParts, title_parts
from pipeline.interpret.tree import Leaf, Node, labelled, leaf
from pipeline.interpret.values import facts, lists, structured
from pipeline.interpret.values.blocks import text_blocks
from pipeline.interpret.values.legitimations import legitimations
from pipeline.labels.matcher import LabelMatcher
from pipeline.profile.codec import field_types
from pipeline.profile.model import Profile, Role

_SKILLS = "description.knowledge_and_skills"
# More words than a title of a trend has make a sentence.
_MOST_TITLE_WORDS = 8


def build(outline: Outline, bench: Bench) -> dict[str, Node]:
    """The profile's tree, its keys in the order of the model, without what is derived."""
    general = values_of(outline.general, "profile", bench)
    roles = [values_of(role.entries, "role", bench) for role in outline.roles]
    bench.evidence = evidence_of([*general, *(value for role in roles for value in role)])
    fields = _Fields(bench, general)
    for value in general:
        fields.fill(value)
    fields.fill_from_title(outline.title)
    tree = fields.tree
    nodes = role_nodes(outline.roles, roles, fields.overview, named(tree), bench)
    if nodes or fields.has_overview:
        tree["roles"] = [_ordered(node, Role) for node in nodes]
    if bench.unplaced:
        tree["unplaced"] = bench.unplaced
    tree["language"] = "nl"
    return _ordered(tree, Profile)


@dataclass(slots=True)
class _Fields:
    """Fills the profile's own fields, one labelled value after the other."""

    bench: Bench
    general: list[Value]
    tree: dict[str, Node] = field(default_factory=dict)
    overview: list[NamedRole] = field(default_factory=list)
    has_overview: bool = False

    def fill(self, value: Value) -> None:
        """Set what a labelled value says; a label that no layout knows is kept."""
        heartbeat.beat()
        match = value.entry.match
        if match is None:
            if not self._trend_row(value):
                self.bench.keep(value)
            return
        path = match.field.id
        kind = match.field.kind
        if not value.passages and self._is_filled_below(path):
            self.bench.claims.take(value.entry.label, "headings")
        elif not value.passages and kind in _EMPTY:
            self.bench.note_empty(value.entry.label, _pointer(path))
            self._put(path, _EMPTY[kind], value.entry.label)
        else:
            _MAKERS[kind](self, value, path)

    def _is_filled_below(self, path: str) -> bool:
        """Whether other labels fill the parts of a field: a row for each descriptor or trend."""
        if path == "trends.developments":
            return any(self._is_trend_row(value) for value in self.general)
        return any(value.entry.field.startswith(f"{path}.") for value in self.general)

    def _put(self, path: str, node: Node, label: Text) -> None:
        """Set a field of the profile by its dotted path."""
        *parents, key = path.split(".")
        target = self.tree
        for parent in parents:
            target = target.setdefault(parent, {})
        target[key] = labelled(node, label)

    def _put_text(self, path: str, passages: list[Passage], label: Text) -> None:
        """Add text blocks to a field: its part may have both a row and sub-headings."""
        node: Any = self.tree
        for step in path.split("."):
            node = node.get(step, {})
        before: list[Node] = list(node)
        self._put(path, [*before, *text_blocks(passages)], label)

    # One maker for each kind of value.

    def name_cell(self, value: Value, _path: str) -> None:
        """The name, with the level and the short name that its cell may hold."""
        self._set_name(joined_text(value.passages), value.entry.label)

    def _set_name(self, text: Text, label: Text) -> None:
        found = facts.name_cell(text, self.bench.claims)
        for key, node in found.fields.items():
            self.tree.setdefault(key, labelled(node, label))
        if found.no_level:
            message = f"no single level in {found.no_level.chars.strip()!r}"
            self.bench.note("BCP305", message, found.no_level, "/nlqf_level")
            self.bench.keep_silently(Value(Entry(label, None), [Passage(found.no_level.strip())]))

    def text(self, value: Value, path: str) -> None:
        """One line, taken whole."""
        self._put(path, leaf(joined_text(value.passages)), value.entry.label)

    def version(self, value: Value, path: str) -> None:
        """The version as written."""
        found = facts.version(joined_text(value.passages), self.bench.claims)
        self._put(path, found, value.entry.label)

    def date(self, value: Value, path: str) -> None:
        """A date, ISO 8601."""
        self._fact(value, path, *facts.date_fact(joined_text(value.passages)))

    def level(self, value: Value, path: str) -> None:
        """A level of the NLQF."""
        self._fact(value, path, *facts.level(joined_text(value.passages)))

    def _fact(self, value: Value, path: str, found: Leaf | None, notes: list[Note]) -> None:
        """Set a fact; one that cannot be read is kept as it stands."""
        self.bench.note_all(notes, _pointer(path))
        if found is None:
            self.bench.keep_silently(value)
        else:
            self._put(path, found, value.entry.label)

    def names(self, value: Value, path: str) -> None:
        """A list of names."""
        by_comma = path != "developed_by"
        bench = self.bench
        found, notes = lists.names(value.passages, bench.evidence, bench.claims, by_comma)
        bench.note_all(notes, _pointer(path))
        self._put(path, found, value.entry.label)

    def source_documents(self, value: Value, path: str) -> None:
        """Source documents with their years."""
        found, notes = lists.source_documents(
            value.passages, self.bench.evidence, self.bench.claims
        )
        self.bench.note_all(notes, _pointer(path))
        self._put(path, found, value.entry.label)

    def legitimations(self, value: Value, path: str) -> None:
        """Bodies with their dates."""
        found, notes = legitimations(value.passages, self.bench.claims)
        self.bench.note_all(notes, _pointer(path))
        self._put(path, found, value.entry.label)

    def prose(self, value: Value, path: str) -> None:
        """Text blocks."""
        self._put_text(path, value.passages, value.entry.label)

    def labour_market(self, value: Value, path: str) -> None:
        """Text blocks with a source statement."""
        node = structured.labour_market(value.passages, self.bench.claims)
        self._put(path, node, value.entry.label)

    def described_skills(self, value: Value, _path: str) -> None:
        """The descriptors under their sub-headings; text under none of them stays unplaced."""
        passages = structured.apart_at_titles(value.passages, self._is_descriptor)
        for part in structured.parts(
            passages, lambda p: structured.heading_length(p, self._is_descriptor)
        ):
            if part.title is None:
                reason = "no sub-heading names the descriptor of this text"
                self.bench.keep_part(value, part.passages, reason)
                continue
            self.bench.claims.take(part.title.text, "headings")
            path = self._descriptor(part.title.chars)
            self._put_text(path, part.passages, part.title.text)

    def _is_descriptor(self, chars: str) -> bool:
        return bool(self._descriptor(chars))

    def _descriptor(self, chars: str) -> str:
        """The field of the descriptor that a sub-heading names; empty where it names none."""
        match = self.bench.matcher.match(chars, "profile", "description")
        if match is not None and match.field.id.startswith(f"{_SKILLS}."):
            return match.field.id
        return ""

    def developments(self, value: Value, _path: str) -> None:
        """The trends under their sub-headings."""
        heads = _trend_heads(value.passages, self.bench.matcher)
        passages = structured.apart_at_titles(value.passages, self._is_trend)
        for part in structured.parts(passages, heads):
            self._add_trend(self._development(part, value.entry.label), value.entry.label)

    def _development(self, part: structured.Part, label: Text) -> Node:
        """One trend; text that stands under no heading of its own goes under the label's."""
        if part.title is None:
            message = "text about trends has no heading of its own; the label serves as title"
            self.bench.note("BCP312", message, joined_text(part.passages))
            node = self._trend(label.collapse(), None, Text(), part.passages)
            step = "no heading of its own: titled by the label"
            return {**node, "title": replace(node["title"], steps=(step,))}
        title = structured.title_text(part.title, self.bench.claims)
        if part.title.number is not None:
            return self._trend(title, part.title.number, part.title.marker, part.passages)
        number, start = leading_number(title.chars)
        return self._trend(title[start:], number, title[:start], part.passages)

    def _is_trend(self, chars: str) -> bool:
        _, start = leading_number(chars)
        return self.bench.matcher.match_trend(chars[start:]) is not None

    def _trend(
        self, title: Text, number: int | None, marker: Text, passages: list[Passage]
    ) -> Node:
        node: dict[str, Node] = {}
        if number is not None:
            node["number"] = Leaf(number, marker, steps=("printed number",), verbatim=False)
            self.bench.claims.take(marker, "numbering")
        if dimension := self.bench.matcher.match_trend(title.chars):
            step = f"dimension named by the title {title.chars!r}"
            node["dimension"] = Leaf(dimension, title, steps=(step,), verbatim=False)
        return {**node, "title": leaf(title), "text": text_blocks(passages)}

    def _add_trend(self, node: Node, label: Text) -> None:
        known = self.tree.get("trends", {}).get("developments", [])
        self._put("trends.developments", [*known, node], label)

    def _trend_row(self, value: Value) -> bool:
        """A row of its own for each trend, instead of sub-headings in one cell."""
        if not self._is_trend_row(value):
            return False
        label = value.entry.label.collapse()
        number, start = leading_number(label.chars)
        title = label[start : len(label.chars.rstrip(" :"))]
        self.bench.claims.take(label, "labels")
        self._add_trend(self._trend(title, number, label[:start], value.passages), label)
        return True

    def _is_trend_row(self, value: Value) -> bool:
        entry = value.entry
        if entry.match is not None or entry.section != "trends":
            return False
        return self.bench.matcher.match_trend(entry.label.collapse().chars) is not None

    def list_roles(self, value: Value, _path: str) -> None:
        """The overview of roles: kept for their names, no field of its own."""
        self.has_overview = True
        if not value.passages:
            self.bench.note_empty(value.entry.label)
        found = lists.role_names(value.passages, self.bench.claims)
        self.overview = [NamedRole(*role) for role in found]
        for passage in value.passages:
            self.bench.claims.take(passage.text, "overview of roles")

    # The title line.

    def fill_from_title(self, title: Text) -> None:
        """Document type, sector and, where no label gives it, the name."""
        parts = title_parts(title, self.bench.matcher, named(self.tree))
        self.tree["document_type"] = self._document_type(parts)
        if parts.sector:
            found = leaf(parts.sector, title.chars, ("sector from the title line",))
            self.tree.setdefault("sector", found)
        if parts.name and named(self.tree) is None:
            self._set_name(parts.name, title)
        self.bench.claims.take(title, "title")

    def _document_type(self, parts: TitleParts) -> Leaf:
        """The document type; one that the title misspells is reported."""
        found = parts.type_match
        if found is None:
            step = "layout of the family"
        elif found.is_inferred:
            step = f"{parts.kind.chars!r} taken for {found.label!r} by its spelling"
            self.bench.note("BCP302", step, parts.kind, "/document_type")
        else:
            step = f"document type named by {parts.kind.chars!r}"
        return Leaf("beroepscompetentieprofiel", parts.kind, steps=(step,), verbatim=False)


def named(tree: dict[str, Node]) -> Leaf | None:
    """The name of the occupation; None where its label is missing or has no value."""
    name = tree.get("name")
    return name if isinstance(name, Leaf) else None


_MAKERS: dict[str, Callable[[_Fields, Value, str], None]] = {
    "name_cell": _Fields.name_cell,
    "text": _Fields.text,
    "version": _Fields.version,
    "date": _Fields.date,
    "level": _Fields.level,
    "names": _Fields.names,
    "organisations": _Fields.names,
    "source_documents": _Fields.source_documents,
    "legitimations": _Fields.legitimations,
    "prose": _Fields.prose,
    "labour_market": _Fields.labour_market,
    "described_skills": _Fields.described_skills,
    "developments": _Fields.developments,
    "overview": _Fields.list_roles,
}
# What a label without a value sets its field to.
_EMPTY: dict[str, Node] = {
    "name_cell": "",
    "text": "",
    "version": "",
    "date": "",
    "level": "",
    "names": [],
    "organisations": [],
    "source_documents": [],
    "legitimations": [],
    "prose": [],
    "labour_market": {"text": []},
    "described_skills": {},
    "developments": [],
}


def _pointer(path: str) -> str:
    return "/" + path.replace(".", "/")


def _trend_heads(passages: list[Passage], matcher: LabelMatcher) -> Callable[[Passage], int]:
    """How the sub-headings of trends are told: by number, where one numbered names a trend."""
    numbered = any(
        p.number is not None and matcher.match_trend(p.chars) for p in passages if p.is_item
    )

    def is_title(chars: str) -> bool:
        is_sentence = chars.endswith((".", "!", "?", ";"))
        return not is_sentence and _is_short(chars) and matcher.match_trend(chars) is not None

    last = 0

    def counts_on(passage: Passage) -> bool:
        """The next number, before words that are no item of a list below the title."""
        if not numbered or passage.number is None:
            return False
        opens = passage.chars[0].isupper() and not passage.chars.endswith((".", ";", ",", ":"))
        return passage.number == last + 1 and opens and _is_short(passage.chars)

    def heads(passage: Passage) -> int:
        nonlocal last
        if passage.is_item and passage.number is None:
            return 0
        named = passage.number is not None and is_title(passage.chars)
        if named or counts_on(passage) or (passage.number is not None and passage.emphasised):
            last = passage.number or last
            return len(passage.text)
        if passage.is_item:
            # `1. <i>Demografisch</i> De bevolking ...`: the emphasis is the title.
            prefix = passage.emphasised_prefix()
            return prefix if prefix and is_title(passage.chars[:prefix].rstrip(" :")) else 0
        return structured.heading_length(passage, is_title, trusts_emphasis=True)

    return heads


def _is_short(chars: str) -> bool:
    return len(chars.split()) <= _MOST_TITLE_WORDS


def _ordered(node: dict[str, Any], cls: type) -> dict[str, Any]:
    """The node with its keys in the order of the model."""
    found = {}
    for key, hint in field_types(cls).items():
        if key in node:
            value = node[key]
            nested = isinstance(value, dict) and isinstance(hint, type)
            found[key] = _ordered(value, hint) if nested else value
    return found

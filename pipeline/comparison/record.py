"""A comparison as people and programs read it: what changed, where it stands, in which words."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.comparison.changes import Change, Comparison, compare, kind_of
from pipeline.comparison.elements import NAMES, Element, tree_of
from pipeline.comparison.words import marked
from pipeline.contract.comparison_records import ChangeRecord, ComparisonFile, Version
from pipeline.contract.titles import titles
from pipeline.profile.model import Profile


def compared(old: Profile, new: Profile) -> ComparisonFile:
    """The comparison of two profiles."""
    comparison = compare(tree_of(old), tree_of(new))
    return ComparisonFile(
        old=_version(old),
        new=_version(new),
        equal=comparison.is_equal,
        changes=tuple(_record(change) for change in _shown(comparison)),
    )


def _version(profile: Profile) -> Version:
    return Version(
        id=profile.id,
        file=profile.source.file,
        name=profile.name,
        version=profile.version,
        date=profile.date,
    )


def _shown(comparison: Comparison) -> Iterator[Change]:
    """The changes that say something: what only holds others that came or went is told by them."""
    for change in comparison.changes:
        element = change.new or change.old
        assert element is not None  # every change has one of both
        whole = change.old is not None and change.new is not None
        if whole or element.text or not element.children:
            yield change


def _record(change: Change) -> ChangeRecord:
    element = change.new or change.old
    assert element is not None  # every change has one of both
    before = _text(change.old, change) if change.old else None
    after = _text(change.new, change) if change.new else None
    reworded = change.is_reworded and before is not None and after is not None
    return ChangeRecord(
        change=kind_of(change),
        moved=change.is_moved,
        what=_title(element),
        section=element.section,
        where=tuple(_above(element)),
        old=before,
        new=after,
        words=marked(before or "", after or "") or None if reworded else None,
        old_pointer=change.old.pointer or None if change.old else None,
        new_pointer=change.new.pointer or None if change.new else None,
        old_id=change.old.id or None if change.old else None,
        new_id=change.new.id or None if change.new else None,
    )


def _text(element: Element, change: Change) -> str:
    """What an element says; with its other fields, where these are what differs."""
    text = element.text
    if not text and element.kind == "items":
        text = "; ".join(child.text for child in element.children)
    if change.is_reworded and change.old and change.new and change.old.text == change.new.text:
        others = {key: value for key, value in element.values.items() if key not in ("", *NAMES)}
        shown = ", ".join(f"{key}: {value}" for key, value in sorted(others.items()))
        text = f"{text} [{shown}]".strip()
    return text


def _above(element: Element) -> Iterator[str]:
    """What an element stands below: the records by their names, the groups by their titles."""
    chain: list[str] = []
    parent = element.parent
    while parent is not None and parent.parent is not None:
        if parent.kind == "record":
            chain.append(f"{_title(parent)} {parent.text}".strip())
        elif parent.kind == "object" or (parent is element.parent and _is_outermost(parent)):
            chain.append(_title(parent))
        parent = parent.parent
    yield from reversed(chain)


def _is_outermost(holder: Element) -> bool:
    """Whether an element holds records that belong to no other record."""
    above = holder.parent
    records = any(child.kind == "record" for child in holder.children)
    return records and above is not None and above.kind == "object"


def _title(element: Element) -> str:
    """What an element is, in Dutch."""
    if element.kind == "record":
        return titles()[f"{element.section}[]"]
    return titles().get(element.section, "Profiel")

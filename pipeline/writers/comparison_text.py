"""A comparison for the terminal: a line for what changed, the words below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.contract.comparison_records import ChangeRecord, ComparisonFile, Version

# What is shown of an empty text.
NOTHING = "(leeg)"
SIGNS = {"added": "+", "removed": "-", "changed": "~", "moved": ">"}
DUTCH = {
    "added": "toegevoegd",
    "removed": "vervallen",
    "changed": "gewijzigd",
    "moved": "verplaatst",
}


def title_of(version: Version) -> str:
    """A version in a few words."""
    told = f"versie {version.version}" if version.version else version.date or version.id
    return f"{version.name} ({told}, {version.file})"


def summary_of(comparison: ComparisonFile) -> str:
    """The comparison in numbers."""
    if comparison.equal:
        return "geen verschil"
    numbers = Counter(change.change for change in comparison.changes)
    return ", ".join(f"{numbers[kind]} {word}" for kind, word in DUTCH.items() if numbers[kind])


def lines_of(comparison: ComparisonFile) -> Iterator[str]:
    """The lines of a comparison, without line ends."""
    yield f"{title_of(comparison.old)} -> {title_of(comparison.new)}: {summary_of(comparison)}"
    where: tuple[str, ...] | None = None
    for change in comparison.changes:
        if change.where != where:
            where = change.where
            yield f"  {' > '.join(where) or 'Algemeen'}"
        yield f"    {SIGNS[change.change]} {change.what}: {_said(change)}"


def _said(change: ChangeRecord) -> str:
    moved = " (verplaatst)" if change.moved and change.change == "changed" else ""
    if change.words and change.old and change.new:
        return "".join(_marked(words.kind, words.text) for words in change.words) + moved
    if change.change == "changed":
        return f"{change.old or NOTHING} -> {change.new or NOTHING}{moved}"
    return (change.new if change.new is not None else change.old) or NOTHING


def _marked(kind: str, text: str) -> str:
    """Words as people mark them where there is no colour."""
    if kind == "same":
        return text
    return f"[-{text}-]" if kind == "removed" else f"{{+{text}+}}"

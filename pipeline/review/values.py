"""The values of a profile as a review lists them: each with its place, history and findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.contract.titles import titles
from pipeline.review.material import Reviewed

# What says how the data is made stands on top of the page.
_NOT_LISTED = ("/document_type",)
# The fields by which a record is known.
_NAMES = ("text", "name", "title", "label")
_RECOVERED = "split from"


@dataclass(frozen=True, slots=True)
class Value:
    """One value: what it is, what it says, and what is known of it.

    `places` are the plain places of the trace; `marks` are filled by whoever draws the source.
    """

    pointer: str
    section: str
    title: str
    text: str
    places: tuple[Mapping[str, Any], ...]
    raw: str
    label: str
    steps: tuple[str, ...]
    derived: bool
    findings: tuple[Mapping[str, Any], ...]

    @property
    def tags(self) -> tuple[str, ...]:
        """What a reader may want to see alone."""
        told = {
            "finding": any(finding["severity"] != "info" for finding in self.findings),
            "derived": self.derived,
            "recovered": any(step.startswith(_RECOVERED) for step in self.steps),
            "unplaced": self.pointer.startswith("/unplaced/"),
        }
        return tuple(tag for tag, holds in told.items() if holds)


def values_of(reviewed: Reviewed) -> list[Value]:
    """The values of a profile that have a history, in document order."""
    findings = _findings_by_pointer(reviewed)
    found = []
    for pointer, leaf in reviewed.trace.items():
        if pointer in _NOT_LISTED:
            continue
        found.append(
            Value(
                pointer=pointer,
                section=_section(reviewed.plain, pointer),
                title=_title(pointer),
                text=str(_at(reviewed.plain, pointer)),
                places=tuple(leaf["places"]),
                raw=leaf["raw"],
                label=leaf.get("label") or "",
                steps=tuple(leaf["steps"]),
                derived=bool(leaf.get("derived")),
                findings=tuple(findings.get(pointer, ())),
            )
        )
    return found


def _findings_by_pointer(reviewed: Reviewed) -> dict[str, list[Mapping[str, Any]]]:
    """The findings of each value, and of the values below what a finding names."""
    found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for finding in reviewed.report["findings"]:
        named = finding.get("pointer")
        if named:
            for pointer in reviewed.trace:
                if pointer == named or pointer.startswith(f"{named}/"):
                    found[pointer].append(finding)
    return found


def _parts(pointer: str) -> list[str]:
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def _at(plain: Any, pointer: str) -> Any:
    value = plain
    for part in _parts(pointer):
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


def _section(plain: Any, pointer: str) -> str:
    """The heading that a value stands under: its chapter, and the nodes above it by name."""
    return " › ".join(_headings(plain, _parts(pointer)))


def _headings(plain: Any, parts: Sequence[str]) -> Iterator[str]:
    value = plain
    for number, part in enumerate(parts):
        value = value[int(part)] if isinstance(value, list) else value[part]
        is_last = number == len(parts) - 1
        if isinstance(value, dict) and not is_last:
            name = value.get("name") or value.get("title")
            if name:
                yield str(name)
            elif not part.isdigit():
                yield titles().get(
                    "/".join(p for p in parts[: number + 1] if not p.isdigit()), part
                )


def _title(pointer: str) -> str:
    """What a value is, in Dutch: the title of the field, or of the record whose text it is."""
    path = "/".join(part for part in _parts(pointer) if not part.isdigit())
    if path not in titles():
        # A paragraph or an item of a text.
        return titles()[path.rpartition("/")[0]]
    above, _, own = path.rpartition("/")
    names_it = own in _NAMES and f"{above}[]" in titles()
    return titles()[f"{above}[]"] if names_it else titles()[path]

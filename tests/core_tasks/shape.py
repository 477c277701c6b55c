"""Short notation for profiles of core tasks, in the shape of `*.expected.json` of the corpus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Content = dict[str, Any]
Generation = Literal["colo", "bcp", "dossier"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A profile to be printed: its content, and what a maker would write around it."""

    key: str
    generation: Generation
    person: str  # "De imker": the subject of lead-in lines
    content: Content


def text(*parts: str | list[str] | tuple[str, ...]) -> list[Content]:
    """Text blocks: a string is a paragraph, a list is bulleted, a tuple is numbered."""
    blocks: list[Content] = []
    for part in parts:
        if isinstance(part, str):
            blocks.append({"type": "paragraph", "text": part})
        else:
            ordered = isinstance(part, tuple)
            blocks.append({"type": "list", "ordered": ordered, "items": list(part)})
    return blocks


def profile(**fields: Any) -> Content:
    """The content of a profile; what each has is added."""
    return {
        "family": "core-tasks",
        "document_type": "beroepscompetentieprofiel",
        "language": "nl",
        **fields,
    }


def node(code: str, name: str, **fields: Any) -> Content:
    """A core task, a work process or a core challenge; without code where it is empty."""
    return {**({"code": code} if code else {}), "name": name, **fields}


def know(*texts: str, to: str = "") -> list[Content]:
    """Items of knowledge."""
    return [_item("knowledge", one, to) for one in texts]


def can(*texts: str, to: str = "") -> list[Content]:
    """Items of skill."""
    return [_item("skill", one, to) for one in texts]


def other(*texts: str, to: str = "") -> list[Content]:
    """Items that are neither."""
    return [_item("other", one, to) for one in texts]


def _item(kind: str, item: str, to: str) -> Content:
    return {"kind": kind, "text": item, **({"applies_to": to} if to else {})}


def does(*texts: str) -> list[Content]:
    """Items of behaviour."""
    return [{"text": one} for one in texts]


def names(*found: str) -> list[Content]:
    """Competencies of which only the names are printed."""
    return [{"name": name, "indicators": []} for name in found]


def competency(code: str, name: str, components: list[str], *indicators: str) -> Content:
    """A competency of the list of 25 with its letter."""
    return {
        "code": code,
        "name": name,
        "components": components,
        "indicators": [{"text": one} for one in indicators],
    }


def criteria(
    code: str,
    name: str,
    description: str,
    process: list[str],
    result: list[str] | None = None,
) -> Content:
    """A beroepscompetentie; without results, its criteria are not parted."""
    if result is None:
        found = [{"text": one} for one in process]
    else:
        found = [{"text": one, "aspect": "process"} for one in process]
        found += [{"text": one, "aspect": "result"} for one in result]
    return {"code": code, "name": name, "description": text(description), "indicators": found}

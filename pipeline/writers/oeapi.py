"""A profile as learning outcomes of the Open Education API (v6), a flat list with parents.

It is an API and no file format: a school's endpoint can serve these objects.
"""

from __future__ import annotations

from typing import Any

from pipeline.writers.edition import Edition
from pipeline.writers.json_profile import json_bytes
from pipeline.writers.nodes import Node

# The API asks for a country with the language; Dutch profiles are of the Netherlands.
_LANGUAGES = {"nl": "nl-NL"}


def write(edition: Edition) -> dict[str, bytes]:
    """The file of one profile."""
    outcomes = [_outcome(edition, node, parent) for node, parent in edition.tree.walk()]
    return {f"oeapi/{edition.profile.id}.json": json_bytes(outcomes)}


def _outcome(edition: Edition, node: Node, parent: Node | None) -> dict[str, Any]:
    written = edition.profile.language
    language = _LANGUAGES.get(written, written)

    def text(value: str) -> list[dict[str, str]]:
        return [{"language": language, "value": value}]

    found: dict[str, Any] = {
        "learningOutcomeId": node.uuid,
        "primaryCode": {
            "codeType": "learningOutcomeCode",
            "code": node.code or edition.profile.id,
        },
        "name": text(node.statement),
        "abbreviation": node.label,
    }
    if more := node.lines[1:]:
        found["description"] = text("\n\n".join(more))
    if parent is not None:
        found["parentIds"] = [parent.uuid]
    if node.children:
        found["childIds"] = [child.uuid for child in node.children]
    found["otherCodes"] = [{"codeType": "identifier", "code": node.id}]
    if edition.profile.date:
        found["validFrom"] = edition.moment.isoformat()
    return found

"""What an interpretation may not look like: a profile without a node, a sentence for a name, text
that mostly found no place. Each is a fault of the recognition or of the form, never a detail."""

from __future__ import annotations

from typing import Any

from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import DocumentError
from pipeline.families.model import PROFILE, Family
from pipeline.profile.trace import Ledger

# The longest name of an occupation known, with its specialisations, has some 90 characters.
_LONGEST_NAME = 120
# A profile of an unknown form still has general rows; one of which most is lost has little else.
_MOST_UNPLACED = 0.5
# Of a text shorter than a page a single unknown row can be more than half.
_SHORTEST_TEXT = 1000

_NAME_SHOWN = 60


def plausibility_findings(
    content: dict[str, Any], ledger: Ledger, family: Family
) -> list[Diagnostic]:
    """What is not plausible in the content of a profile.

    Raises DocumentError BCP201 where it has no node of its family: then it is no profile.
    """
    _refuse_without_nodes(content, family)
    return [*_long_name(content), *_mostly_unplaced(ledger)]


def _refuse_without_nodes(content: dict[str, Any], family: Family) -> None:
    paths = [node.path for node in family.inside(PROFILE)]
    if not any(content.get(path) for path in paths):
        raise DocumentError(
            "BCP201",
            f"it was read as {family.name} and has none of {', '.join(paths)}; "
            "general labels alone make no profile",
        )


def _long_name(content: dict[str, Any]) -> list[Diagnostic]:
    name = str(content.get("name", ""))
    if len(name) <= _LONGEST_NAME:
        return []
    message = f"the name has {len(name)} characters (`{name[:_NAME_SHOWN]}...`)"
    return [Diagnostic("BCP425", message, pointer="/name")]


def _mostly_unplaced(ledger: Ledger) -> list[Diagnostic]:
    unplaced = ledger.accounts.get("unplaced", 0)
    if ledger.content < _SHORTEST_TEXT or unplaced <= _MOST_UNPLACED * ledger.content:
        return []
    message = f"{unplaced} of {ledger.content} characters are in no field"
    return [Diagnostic("BCP426", message, pointer="/unplaced")]

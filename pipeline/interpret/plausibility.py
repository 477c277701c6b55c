"""What an interpretation may not look like: a profile without a node, a sentence for a name, text
that mostly found no place. Each is a fault of the recognition or of the form, never a detail."""

from __future__ import annotations

from typing import Any

from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import DocumentError
from pipeline.families.model import PROFILE
from pipeline.interpret.evidence import Recognition
from pipeline.profile.trace import Ledger

# The longest name of an occupation known, with its specialisations, has some 90 characters.
_LONGEST_NAME = 120
# A profile of an unknown form still has general rows; one of which most is lost has little else.
_MOST_UNPLACED = 0.5
# A row or two of a draft may be unknown; nodes of a family that is not known are more.
_STRAY = 0.1
# Of a text shorter than a page a single unknown row can be more than half.
_SHORTEST_TEXT = 1000

_NAME_SHOWN = 60


def plausibility_findings(
    content: dict[str, Any], ledger: Ledger, recognition: Recognition
) -> list[Diagnostic]:
    """What is not plausible in the content of a profile.

    Raises DocumentError BCP201 where it has no node of its family and does not say that it is a
    profile: then it is none.
    """
    return [
        *_without_nodes(content, ledger, recognition),
        *_long_name(content),
        *_mostly_unplaced(ledger),
    ]


def _without_nodes(
    content: dict[str, Any], ledger: Ledger, recognition: Recognition
) -> list[Diagnostic]:
    """The error of a draft; text in no field beside it is of a form that nobody knows."""
    family = recognition.layout
    paths = [node.path for node in family.inside(PROFILE)]
    if any(content.get(path) for path in paths):
        return []
    message = f"it was read as {family.name} and has none of {', '.join(paths)}"
    unplaced = ledger.accounts.get("unplaced", 0)
    if not recognition.speaks_for_itself or unplaced > _STRAY * ledger.content:
        raise DocumentError("BCP201", f"{message}; general labels alone make no profile")
    return [Diagnostic("BCP427", f"{message}, as a draft or a part of a profile may")]


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

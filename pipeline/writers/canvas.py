"""A profile as outcomes for Canvas: groups for what has parts, outcomes for what can be shown.

Canvas refuses a file with a header that it does not know, and a row whose parent stands below it.
A second import updates by `vendor_guid`.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pipeline.writers.delimited import csv_bytes
from pipeline.writers.edition import Edition
from pipeline.writers.nodes import Node, shortened, with_groups

RATINGS = (("2", "Bekwaam"), ("1", "Gedeeltelijk bekwaam"), ("0", "Nog niet bekwaam"))
_MASTERY = RATINGS[0][0]
_NAMED = (
    "vendor_guid",
    "object_type",
    "title",
    "description",
    "friendly_description",
    "parent_guids",
    "calculation_method",
    "mastery_points",
)
# The pairs of points and description fill the columns from `ratings` on; the rest have no name.
HEADER = (*_NAMED, "ratings", *("",) * (2 * len(RATINGS) - 1))
_LONGEST_FRIENDLY = 255


def write(edition: Edition) -> dict[str, bytes]:
    """The file of one profile."""
    return {f"canvas/{edition.profile.id}.csv": csv_bytes(HEADER, _rows(edition))}


def _rows(edition: Edition) -> Iterator[tuple[str, ...]]:
    ratings = tuple(cell for rating in RATINGS for cell in rating)
    for node, parent in with_groups(edition.tree).walk():
        above = parent.id if parent else ""
        if node.levels == 0:
            friendly = shortened(node.statement, _LONGEST_FRIENDLY)
            yield (*_common(node, "outcome"), friendly, above, "latest", _MASTERY, *ratings)
        else:
            empty = ("",) * (len(ratings) + 2)
            yield (*_common(node, "group"), "", above, *empty)


def _common(node: Node, kind: str) -> tuple[str, ...]:
    description = "".join(f"<p>{escape(line, quote=False)}</p>" for line in node.lines)
    return node.id, kind, node.label, description

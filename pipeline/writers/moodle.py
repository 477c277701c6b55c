"""A profile as a competency framework for Moodle (Site administration > Competencies > Import).

The importer (tool_lpimportcsv) takes 14 columns by their position, and loses rows in silence: an
empty short name, an id that it takes for the number 0, an unknown parent or an id twice. In the
form, choose *comma* and *UTF-8*: a Dutch site may propose the semicolon.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape

from pipeline.profile.model import Profile
from pipeline.writers.delimited import csv_bytes
from pipeline.writers.edition import Edition
from pipeline.writers.nodes import Node, with_groups

HEADER = (
    "Parent ID number",
    "ID number",
    "Short name",
    "Description",
    "Description format",
    "Scale values",
    "Scale configuration",
    "Rule type (optional)",
    "Rule outcome (optional)",
    "Rule config (optional)",
    "Cross-referenced competency ID numbers",
    "Exported ID (optional)",
    "Is framework",
    "Taxonomy",
)
_HTML = "1"
_SCALE = "Nog niet bekwaam,Bekwaam"
# Moodle puts the id of its own scale for `1`. Of the two values the first is the default, and the
# second is enough.
_SCALE_CONFIGURATION = json.dumps(
    [
        {"scaleid": "1"},
        {"id": 1, "scaledefault": 1, "proficient": 0},
        {"id": 2, "scaledefault": 0, "proficient": 1},
    ],
    separators=(",", ":"),
)
# What the levels below the framework are, in Moodle's own words: the outermost, those between, the
# innermost. Between, `competency` is also Moodle's word for a level of which nothing is said.
_OUTERMOST, _BETWEEN, _INNERMOST = "domain", "competency", "behaviour"
_FEWEST_LEVELS = 3
# PHP reads a backslash before a quote as an escape, and Moodle takes tags out of names.
_IN_NAMES = str.maketrans({"\\": "/", "<": "‹", ">": "›"})
_NOT_IN_ID = re.compile(r"[^A-Za-z0-9.]+")
_LONGEST_VERSION = 40


def write(edition: Edition) -> dict[str, bytes]:
    """The file of one profile."""
    return {f"moodle/{edition.profile.id}.csv": csv_bytes(HEADER, _rows(edition))}


def _rows(edition: Edition) -> Iterator[tuple[str, ...]]:
    tree = with_groups(edition.tree)
    for node, parent in tree.walk():
        if parent is None:
            scale = (_SCALE, _SCALE_CONFIGURATION)
            framework = ("1", _taxonomy(tree))
            yield _row(node, "", _framework_id(edition.profile, node), scale, framework)
        else:
            above = "" if parent is tree else parent.id
            yield _row(node, above, node.id, ("", ""), ("", ""))


def _row(
    node: Node, parent: str, identifier: str, scale: tuple[str, str], framework: tuple[str, str]
) -> tuple[str, ...]:
    name = node.label.translate(_IN_NAMES)
    if name == "0":
        # To PHP the text `0` is empty.
        name = f"{node.code} {name}"
    no_rule_and_no_references = ("",) * 5
    return (
        *(parent, identifier, name, _description(node), _HTML),
        *scale,
        *no_rule_and_no_references,
        *framework,
    )


def _taxonomy(tree: Node) -> str:
    """A word for each level; Moodle knows them by depth, not by row."""
    between = [_BETWEEN] * (max(_depth(tree), _FEWEST_LEVELS) - 2)
    return ",".join((_OUTERMOST, *between, _INNERMOST))


def _depth(node: Node) -> int:
    """How many levels of nodes there are below one."""
    return max((1 + _depth(child) for child in node.children), default=0)


def _framework_id(profile: Profile, tree: Node) -> str:
    """The id of this version: Moodle imports a framework once and updates none."""
    version = _NOT_IN_ID.sub("-", profile.version or profile.date or "").strip("-.")
    return f"{tree.id}-v{version[:_LONGEST_VERSION]}" if version else tree.id


def _description(node: Node) -> str:
    """The whole statement, and what explains it, as HTML."""
    paragraphs = (f"<p>{escape(line, quote=False)}</p>" for line in node.lines)
    return "".join(paragraphs).replace("\\", "&#92;")

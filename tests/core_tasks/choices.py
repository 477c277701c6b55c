"""What a maker decides: drawn by profile and look from a seed, always the same."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

from tests.core_tasks.shape import Subject

Structure = Literal["tables", "mixed", "headings"]
Medium = Literal["paper", "web", "markdown", "text"]

_LABEL_CHOICES = 12


@dataclass(frozen=True, slots=True)
class Choices:
    """Form and wording. The names of the values say what is printed."""

    structure: Structure
    medium: Medium
    labels: int  # which of the synonyms
    colon: bool  # behind labels
    cover: bool
    facts: str  # rows, corner (datum and versie in the first row), cover, foot
    name_row: bool
    code_row: bool
    title: str  # plain or capitals
    contents: bool
    introduction: bool
    numbered: bool
    general: str  # table, lines or headings
    description: str  # table, headings or lines
    trends: str  # table, headings or lines
    names: str  # comma, semicolon, list or lines
    overview: str  # span, empty, lines, list, four or none
    codes: str  # colon, space, cells, word, bare
    process_word: bool  # Werkproces before the code
    tasks: str  # table, heading-table, headings or lines
    processes: str  # table, heading-table, headings, lines or title-label
    column_heads: bool
    competencies: str  # table, blocks or rows; of names: closing, short or row
    knowledge_first: bool
    lead_in: str  # person, practitioner or none
    typed: str
    source_apart: bool
    challenges: str  # heading, table or bold
    criteria: str  # italic or rows
    matrix: str  # competencies or tasks
    date: str
    foot: str
    head: bool
    order: int  # of rows; 0 is that of the data


def drawn(
    subject: Subject, look: str, medium: Medium, structures: tuple[Structure, ...], seed: int
) -> Choices:
    """The choices for one document."""
    draw = random.Random(f"{seed}/{subject.key}/{look}")
    structure = draw.choice(structures)
    paper = medium == "paper"
    cover = paper and draw.random() < 0.55
    generation = subject.generation
    facts = draw.choice(["rows", "rows", "cover", "foot"] if cover else ["rows"])
    if generation == "colo" and facts == "rows" and draw.random() < 0.5:
        facts = "corner"
    codes = _codes(draw, subject, structure)
    tasks, processes = _forms(draw, structure, medium, codes)
    general = "table" if structure == "tables" or facts == "corner" else "lines"
    if generation == "dossier" and structure == "headings" and draw.random() < 0.5:
        general = "headings"
    return Choices(
        structure=structure,
        medium=medium,
        labels=draw.randrange(_LABEL_CHOICES),
        colon=draw.random() < 0.2,
        cover=cover,
        facts=facts,
        name_row=draw.random() < (0.7 if generation == "dossier" else 0.3),
        code_row=draw.random() < 0.4,
        title=draw.choice(["plain", "plain", "capitals"]),
        contents=cover and draw.random() < 0.6,
        introduction=generation == "bcp" and draw.random() < 0.6,
        numbered=_numbered(draw, subject),
        general=general,
        description={
            "tables": "table",
            "mixed": draw.choice(["table", "headings"]),
            "headings": draw.choice(["headings", "lines"]),
        }[structure],
        trends={
            "tables": draw.choice(["table", "headings"]),
            "mixed": draw.choice(["headings", "lines"]),
            "headings": "headings",
        }[structure],
        names=draw.choice(["comma", "semicolon", "list", "lines"]),
        overview=_overview(draw, medium, codes),
        codes=codes,
        process_word=draw.random() < 0.35,
        tasks=tasks,
        processes=processes,
        column_heads=draw.random() < 0.2,
        competencies=_competencies(draw, subject, processes),
        knowledge_first=draw.random() < 0.5,
        lead_in=draw.choice(["person", "person", "practitioner", "none"]),
        typed=draw.choice(["", "", "", "•", "-", "−", "§", "\uf0b7"]),
        source_apart=draw.random() < 0.6,
        challenges=draw.choice(["heading", "table", "bold"]),
        criteria=draw.choice(["italic", "italic", "rows"]),
        matrix=draw.choice(["competencies", "tasks"]),
        date=draw.choice(["long", "short", "padded"]),
        foot=draw.choice(["of", "of", "page-of", "bcp", "plain"]),
        head=draw.random() < 0.3,
        order=draw.choice([0, 0, draw.randrange(1, 1000)]),
    )


def _codes(draw: random.Random, subject: Subject, structure: Structure) -> str:
    ways = ["colon", "space", "colon", "space", "word"]
    if structure == "tables":
        ways += ["cells", "cells"]
    if structure == "headings" and subject.generation != "colo":
        ways.append("bare")
    return draw.choice(ways)


def _numbered(draw: random.Random, subject: Subject) -> bool:
    """Numbered sections; not where the trends have numbers of their own, or none a heading."""
    trends = subject.content.get("trends", {}).get("developments", [])
    if any("number" in one or "dimension" not in one for one in trends):
        return False
    return draw.random() < {"bcp": 0.8, "colo": 0.3, "dossier": 0.15}[subject.generation]


def _forms(
    draw: random.Random, structure: Structure, medium: Medium, codes: str
) -> tuple[str, str]:
    if structure == "headings":
        return draw.choice([("headings", "headings"), ("headings", "lines"), ("lines", "lines")])
    if structure == "mixed" and medium != "text":
        return draw.choice([("heading-table", "heading-table"), ("lines", "heading-table")])
    if codes == "cells":
        return "table", "table"
    return draw.choice(
        [
            ("table", "table"),
            ("table", "title-label"),
            ("heading-table", "table"),
            ("heading-table", "title-label"),
        ]
    )


def _overview(draw: random.Random, medium: Medium, codes: str) -> str:
    ways = ["empty", "lines", "list"]
    if medium in ("paper", "web"):
        ways += ["span", "span"]
    if codes in ("colon", "space", "cells"):
        ways += ["four", "none"]
    return draw.choice(ways)


def _competencies(draw: random.Random, subject: Subject, processes: str) -> str:
    if subject.generation == "dossier":
        return draw.choice(["closing", "closing", "short", "row"])
    if processes in ("headings", "lines"):
        return "blocks"
    return draw.choice(["table", "table", "blocks", "rows"])

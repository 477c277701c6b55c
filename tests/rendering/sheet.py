"""A profile as sections, tables, rows and pieces: what is printed, before any form is chosen.

The content comes from a plain dict in the shape of `expected.json`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from tests.rendering.dates import written_date
from tests.rendering.labels import SECTIONS, label
from tests.rendering.style import Style

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing in a cell.

    `head` is a heading that opens the same paragraph; `goes_on` tells that a page end cut it
    from the piece before; `form` is that of an item, or `bare` for a fact that needs no tags.
    """

    kind: Literal["para", "emph", "title", "item"]
    text: str
    head: str = ""
    form: str = ""
    ordered: bool = False
    number: int = 0
    goes_on: bool = False
    competency: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its pieces; without label, it goes on with the row above."""

    label: str
    pieces: tuple[Piece, ...]
    field: str = ""
    after_page: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """A header row: labels, and values in the row below."""

    labels: tuple[str, ...]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under an optional heading that opens a role."""

    rows: tuple[Row, ...]
    heading: str = ""
    header: Header | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its heading."""

    heading: str
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is printed of a profile."""

    title: str
    name: str
    sections: tuple[Section, ...]


def sheet_of(content: Content, style: Style) -> Sheet:
    """The sheet of a profile, in the style's order and wording."""
    builders = (_general, _description, _trends, _roles)
    found: list[Section] = []
    for number in style.section_order:
        tables = builders[number](content, style)
        if any(table.rows or table.header for table in tables):
            heading = SECTIONS[number][style.label_choice % len(SECTIONS[number])]
            counted = f"{len(found) + 1}. {heading}" if style.numbered_sections else heading
            found.append(Section(counted, tuple(tables)))
    sector = content.get("sector")
    opening = "Beroepscompetentieprofiel"
    name = content["name"]
    title = f"{opening} {sector} - {name}" if sector else f"{opening} {name}"
    return Sheet(title, name, tuple(found))


# --------------------------------------------------------------------------------- sections


def _general(content: Content, style: Style) -> list[Table]:
    tables: list[Table] = []
    name = _name_cell(content, style)
    facts = {"name": name}
    if "date" in content:
        facts["date"] = written_date(content["date"], style.date_style)
    if "version" in content:
        facts["version"] = content["version"]
    rows: list[Row] = []
    if style.header == "columns" and len(facts) > 1:
        labels = tuple(_label(field, style) for field in facts)
        tables.append(Table((), header=Header(labels, tuple(facts.values()))))
    else:
        rows.extend(_row(field, [_para(value, "bare")], style) for field, value in facts.items())
    if not style.short_name_in_cell:
        rows.extend(_separate_facts(content, style))
    rows.extend(_lists_of_facts(content, style))
    if "career_prospects" in content:
        rows.append(_prose_row("career_prospects", content["career_prospects"], style))
    if tables and style.form == "markdown":
        return [replace(tables[0], rows=tuple(rows))]
    return [*tables, Table(tuple(rows))]


def _lists_of_facts(content: Content, style: Style) -> list[Row]:
    rows = [
        _row(field, _statements(content[field], field, style), style)
        for field in ("developed_by", "source_documents", "legitimations")
        if field in content
    ]
    rows.extend(
        _row(field, _names(content[field], style), style)
        for field in ("job_titles", "related_occupations")
        if field in content
    )
    return rows


def _name_cell(content: Content, style: Style) -> str:
    name: str = content["name"]
    if style.short_name_in_cell:
        if "nlqf_level" in content:
            name += f" (niveau {content['nlqf_level']})"
        if "short_name" in content:
            name += f" - verder aangegeven als {content['short_name']}"
    return name


def _separate_facts(content: Content, style: Style) -> list[Row]:
    fields = {"nlqf_level": "level", "short_name": "short_name"}
    return [
        _row(field, [_para(content[key], "bare")], style)
        for key, field in fields.items()
        if key in content
    ]


def _statements(values: list[Any], field: str, style: Style) -> list[Piece]:
    texts = [value if isinstance(value, str) else value["text"] for value in values]
    if len(texts) == 1 and field != "source_documents":
        return [_para(texts[0], "bare")]
    form = "paragraphs" if field != "source_documents" else style.lists
    return [Piece("item", text, form=form) for text in texts]


def _names(values: list[str], style: Style) -> list[Piece]:
    marks = {"comma": ", ", "semicolon": "; "}
    if style.names in marks:
        return [_para(marks[style.names].join(values), "bare")]
    return [Piece("item", value, form=style.names) for value in values]


def _description(content: Content, style: Style) -> list[Table]:
    found = content.get("description", {})
    rows: list[Row] = []
    for field in (
        "work_environment",
        "attitude",
        "responsibility_and_autonomy",
        "knowledge_and_skills",
        "complexity",
    ):
        if field == "knowledge_and_skills" and field in found:
            rows.append(_row(field, _descriptors(found[field], style), style))
        elif field in found:
            rows.append(_prose_row(field, found[field], style))
    for unplaced in content.get("unplaced", []):
        rows.append(Row(unplaced["label"], tuple(_blocks(unplaced["text"], style)), "unplaced"))
    return [Table(tuple(rows))]


def _descriptors(descriptors: Content, style: Style) -> list[Piece]:
    pieces: list[Piece] = []
    for field, blocks in descriptors.items():
        pieces.extend(_headed(label(field, style.label_choice), blocks, style))
    return pieces


def _headed(title: str, blocks: list[Content], style: Style) -> list[Piece]:
    pieces = _blocks(blocks, style)
    if style.inline_heads and pieces and pieces[0].kind == "para":
        return [replace(pieces[0], head=title), *pieces[1:]]
    return [Piece("emph", title), *pieces]


def _trends(content: Content, style: Style) -> list[Table]:
    trends = content.get("trends", {})
    rows: list[Row] = []
    if "labour_market" in trends:
        rows.append(_row("labour_market", _labour_market(trends["labour_market"], style), style))
    if "developments" in trends:
        pieces: list[Piece] = []
        for item in trends["developments"]:
            printed = f"{item['number']}. {item['title']}" if "number" in item else item["title"]
            pieces.append(Piece("emph" if style.trend_emphasis else "title", printed))
            pieces.extend(_blocks(item["text"], style))
        rows.append(_row("developments", pieces, style))
    return [Table(tuple(rows))]


def _labour_market(market: Content, style: Style) -> list[Piece]:
    pieces = _blocks(market["text"], style)
    if "source" not in market:
        return pieces
    statement = f"Bron: {market['source']}"
    if style.source_apart or pieces[-1].kind != "para":
        return [*pieces, _para(statement)]
    return [*pieces[:-1], replace(pieces[-1], text=f"{pieces[-1].text} {statement}")]


def _roles(content: Content, style: Style) -> list[Table]:
    roles = content.get("roles", [])
    if not roles:
        return []
    ordered = all("number" in role for role in roles)
    form = "li" if style.lists == "li" else "typed"
    if not ordered and form == "typed" and style.form != "text":
        form = "li"
    overview = [
        Piece("item", role["name"], form=form, ordered=ordered, number=n)
        for n, role in enumerate(roles, 1)
    ]
    tables = [Table((_row("roles_overview", overview, style),))]
    return tables + [_role(role, style) for role in roles]


def _role(role: Content, style: Style) -> Table:
    rows: list[Row] = []
    described: list[Piece] = []
    if "responsibility" in role:
        described.append(Piece("emph", role["responsibility"]))
    described.extend(_blocks(role.get("description", []), style))
    if described:
        rows.append(_row("role_description", described, style))
    if "competencies" in role:
        rows.extend(_competencies(role["competencies"], style))
    if "knowledge_and_skills" in role:
        items = [Piece("item", i["text"], form=style.items) for i in role["knowledge_and_skills"]]
        rows.append(_row("role_items", items, style))
    if "consequence_of_error" in role:
        rows.append(_prose_row("consequence_of_error", role["consequence_of_error"], style))
    number = f"{role['number']}. " if "number" in role else ""
    return Table(tuple(rows), heading=f"{number}{role['heading']}")


def _competencies(competencies: list[Content], style: Style) -> list[Row]:
    cells = [
        [
            Piece("emph", item["name"], competency=True),
            *(Piece("item", i["text"], form=style.items) for i in item["indicators"]),
        ]
        for item in competencies
    ]
    if not style.competency_rows:
        cells = [[piece for cell in cells for piece in cell]]
    first = _row("competencies", cells[0], style)
    return [first, *(Row("", tuple(cell), "competencies") for cell in cells[1:])]


# ----------------------------------------------------------------------------------- pieces


def _label(field: str, style: Style) -> str:
    printed = label(field, style.label_choice)
    return f"{printed}:" if style.label_colon and not printed.endswith("-") else printed


def _row(field: str, pieces: list[Piece], style: Style) -> Row:
    return Row(_label(field, style), tuple(pieces), field)


def _prose_row(field: str, blocks: list[Content], style: Style) -> Row:
    return _row(field, _blocks(blocks, style), style)


def _para(text: str, form: str = "") -> Piece:
    return Piece("para", text, form=form)


def _blocks(blocks: list[Content], style: Style) -> list[Piece]:
    pieces: list[Piece] = []
    for block in blocks:
        if block["type"] == "paragraph":
            pieces.append(_para(block["text"]))
        else:
            pieces.extend(
                Piece("item", item, form=style.lists, ordered=block["ordered"], number=n)
                for n, item in enumerate(block["items"], 1)
            )
    return pieces

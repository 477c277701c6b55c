"""A sheet as a PDF by Typst: tagged, ligatures, words divided where asked."""

from __future__ import annotations

import itertools

import typst

from tests.rendering.house import House
from tests.rendering.sheet import Piece, Row, Sheet, Table


def typst_pdf(sheet: Sheet, house: House, tagged: bool = True) -> bytes:
    """The sheet as a PDF; without tags where `tagged` is False."""
    source = typst_source(sheet, house)
    return typst.compile(source.encode(), format="pdf", pdf_tags=tagged)


def typst_source(sheet: Sheet, house: House) -> str:
    """The sheet in Typst's markup."""
    width, height = house.paper
    footer = f"#{_string(house.footer.format(n=1, total=1))}" if house.footer else ""
    lines = [
        f"#set page(width: {width}pt, height: {height}pt, margin: {house.margin}pt, "
        f"footer: [{footer}])",
        f'#set text(size: {house.size}pt, lang: "nl", hyphenate: {_flag(house.hyphenated)})',
        f"#set par(justify: {_flag(house.justified)}, leading: {house.leading - 0.7:.2f}em, "
        f"spacing: {house.leading - 0.7:.2f}em + {house.paragraph_gap}pt)",
        f"#heading(level: 1)[#{_string(sheet.title)}]",
    ]
    for section in sheet.sections:
        lines.append(f"#heading(level: 2)[#{_string(section.heading)}]")
        for table in section.tables:
            lines.extend(_table(table, house))
    return "\n".join(lines)


def _table(table: Table, house: House) -> list[str]:
    found = []
    if table.heading:
        found.append(f"#heading(level: 3)[#{_string(table.heading)}]")
    if table.header:
        count = len(table.header.labels)
        cells = [f"[#strong[#{_string(label)}]]" for label in table.header.labels]
        cells += [f"[#{_string(value)}]" for value in table.header.values]
        found.append(f"#table(columns: (1fr,) * {count}, {', '.join(cells)})")
    if table.rows:
        share = f"{house.label_share * 100:.0f}%"
        rows = ",\n".join(_row(row) for row in table.rows)
        inset = f"inset: {house.padding}pt"
        found.append(f"#table(columns: ({share}, 1fr), {inset},\n{rows})")
    return found


def _row(row: Row) -> str:
    label = f"[#strong[#{_string(row.label)}]]" if row.label else "[]"
    pieces = []
    for is_item, group in itertools.groupby(row.pieces, lambda p: p.kind == "item"):
        members = list(group)
        if is_item:
            pieces.extend(_lists(members))
        else:
            pieces.extend(f"#par[{_piece(piece)}]" for piece in members)
    return f"{label}, [{' '.join(pieces)}]"


def _lists(items: list[Piece]) -> list[str]:
    """Lists; one that counts from 1 again is a new one."""
    groups: list[list[Piece]] = []
    for item in items:
        if not groups or (item.number == 1 and groups[-1]):
            groups.append([])
        groups[-1].append(item)
    found = []
    for group in groups:
        kind = "enum" if group[0].ordered else "list"
        texts = ", ".join(f"[#{_string(item.text)}]" for item in group)
        found.append(f"#{kind}({texts})")
    return found


def _piece(piece: Piece) -> str:
    text = f"#{_string(piece.text)}"
    if piece.kind == "emph":
        return f"#emph[{text}]"
    return f"#emph[#{_string(piece.head)}] {text}" if piece.head else text


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _flag(value: bool) -> str:
    return "true" if value else "false"

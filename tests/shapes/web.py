"""HTML by hand: semantic tables, or divisions as content systems serve them."""

from __future__ import annotations

import html
import random
from dataclasses import dataclass

from tests.shapes.compose import Document
from tests.shapes.tree import Block, Cell, Heading, Items, PageEnd, Para, Run, Table

_TAGS = {
    "plain": {"bold": "b", "italic": "i", "underline": "u"},
    "semantic": {"bold": "strong", "italic": "em", "underline": "u"},
    # For programs that drop what is underlined, or has two faces.
    "bold": {"bold": "strong", "italic": "em", "underline": "strong", "both": "strong"},
}
_STYLES = {
    "bold": "font-weight:bold",
    "italic": "font-style:italic",
    "underline": "text-decoration:underline",
    "both": "font-weight:bold;font-style:italic",
}
_SHEET = (
    "body{font-family:Arial,sans-serif;font-size:10pt;line-height:1.35}"
    "table{border-collapse:collapse;width:100%;margin:6pt 0}"
    "td,th{vertical-align:top;text-align:left;padding:3pt 5pt}"
    ".grid>*>tr>td,.grid>*>tr>th{border:0.6pt solid #444}"
    ".horizontal>*>tr>td,.horizontal>*>tr>th{border-bottom:0.6pt solid #444}"
    "p{margin:0 0 5pt 0}ul,ol{margin:0 0 5pt 0;padding-left:16pt}"
    ".e-bold{font-weight:700}.e-italic{font-style:italic}.e-underline{text-decoration:underline}"
    ".e-both{font-weight:700;font-style:italic}"
    ".rij{display:flex;flex-wrap:wrap}.kop{font-weight:600}.veld{margin-bottom:8pt}"
    "@page{size:A4;margin:2cm}"
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is written: its emphasis, and its tables as divisions or not."""

    emphasis: str
    divisions: str = ""  # "", "flex", "stacked" or "definitions"
    roomy: bool = False  # an empty line between paragraphs
    bare: bool = True  # the only paragraph of a cell has no tag of its own
    paragraph: str = "p"


def html_tables(document: Document) -> bytes:
    """A page with tables."""
    rng = random.Random(document.number)
    return page(document, Look(rng.choice(("plain", "semantic", "style", "class"))))


def html_divs(document: Document) -> bytes:
    """A page without tables of labels."""
    rng = random.Random(document.number)
    emphasis = rng.choice(("plain", "semantic", "style", "class"))
    divisions = rng.choice(("flex", "stacked", "definitions"))
    return page(document, Look(emphasis, divisions, paragraph=rng.choice(("p", "div"))))


def page(document: Document, look: Look) -> bytes:
    """The page with its style sheet."""
    body = "\n".join(_block(block, look) for block in document.tree)
    sheet = _SHEET + ("p{margin:0 0 14pt 0}td,th{padding:7pt 5pt}" if look.roomy else "")
    return (
        '<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8">'
        f"<title>{html.escape(document.name)}</title><style>{sheet}</style></head>\n"
        f"<body>\n{body}\n</body></html>\n"
    ).encode()


def _block(block: Block, look: Look) -> str:
    if isinstance(block, Heading):
        level = min(block.level + 1, 6)
        return f"<h{level}>{html.escape(block.text)}</h{level}>"
    if isinstance(block, Para):
        return f"<{look.paragraph}>{_runs(block, look)}</{look.paragraph}>"
    if isinstance(block, Items):
        tag = "ol" if block.ordered else "ul"
        return f"<{tag}>{''.join(_item(item, look) for item in block.items)}</{tag}>"
    if isinstance(block, PageEnd):
        return '<div style="page-break-after:always"></div>'
    if look.divisions and _is_of_labels(block):
        return _divisions(block, look)
    return _table(block, look)


def _item(item: tuple[Block, ...], look: Look) -> str:
    first, *rest = item
    lead = _runs(first, look) if isinstance(first, Para) else _block(first, look)
    return f"<li>{lead}{''.join(_block(block, look) for block in rest)}</li>"


def _runs(block: Para, look: Look) -> str:
    return "".join(_run(run, look) for run in block.runs)


def _run(run: Run, look: Look) -> str:
    text = html.escape(run.text, quote=False).replace("\n", "<br>")
    if not run.emphasis:
        return text
    if look.emphasis == "class":
        return f'<span class="e-{run.emphasis}">{text}</span>'
    if look.emphasis == "style":
        return f'<span style="{_STYLES[run.emphasis]}">{text}</span>'
    tags = _TAGS[look.emphasis]
    if run.emphasis == "both" and "both" not in tags:
        return f"<{tags['bold']}><{tags['italic']}>{text}</{tags['italic']}></{tags['bold']}>"
    return f"<{tags[run.emphasis]}>{text}</{tags[run.emphasis]}>"


# ------------------------------------------------------------------------------------- tables


def _table(table: Table, look: Look) -> str:
    columns = "".join(f'<col style="width:{share:.0%}">' for share in table.shares)
    rows = [
        f"<tr>{''.join(_cell(cell, look, number == 0 and table.has_head) for cell in row)}</tr>"
        for number, row in enumerate(table.rows)
    ]
    head = f"<thead>{rows.pop(0)}</thead>" if table.has_head else ""
    body = "\n".join(rows)
    return (
        f'<table class="{table.rules}"><colgroup>{columns}</colgroup>{head}'
        f"<tbody>{body}</tbody></table>"
    )


def _cell(cell: Cell, look: Look, in_head: bool) -> str:
    tag = "th" if in_head else "td"
    span = f' colspan="{cell.span}"' if cell.span > 1 else ""
    return f"<{tag}{span}>{_inside(cell, look)}</{tag}>"


def _inside(cell: Cell, look: Look) -> str:
    """The blocks of a cell; a single paragraph may stand without a tag of its own."""
    if look.bare and len(cell.blocks) == 1 and isinstance(cell.blocks[0], Para):
        text = _runs(cell.blocks[0], look)
        return f"<b>{text}</b>" if cell.is_label else text
    inside = "".join(_block(block, look) for block in cell.blocks)
    return f"<b>{inside}</b>" if cell.is_label and not look.bare else inside


# ---------------------------------------------------------------------------------- divisions


def _is_of_labels(table: Table) -> bool:
    """Whether each row is a label and its value: what divisions can say."""
    return all(len(row) == 2 and row[0].is_label and not row[1].is_label for row in table.rows)


def _divisions(table: Table, look: Look) -> str:
    if look.divisions == "definitions":
        return f"<dl>{''.join(_definition(row, look) for row in table.rows)}</dl>"
    if look.divisions == "flex":
        return "".join(_flex(row, look) for row in table.rows)
    return "".join(_stacked(row, look) for row in table.rows)


def _label_text(label: Cell, look: Look) -> str:
    return "".join(_runs(one, look) for one in label.blocks if isinstance(one, Para))


def _definition(row: tuple[Cell, ...], look: Look) -> str:
    label, value = row
    text = _label_text(label, look)
    return f"{f'<dt>{text}</dt>' if text else ''}<dd>{_inside(value, look)}</dd>"


def _flex(row: tuple[Cell, ...], look: Look) -> str:
    label, value = row
    text = _label_text(label, look)
    return (
        f'<div class="rij"><div class="kop" style="width:28%">{text}</div>'
        f'<div class="waarde" style="width:70%">{_inside(value, look)}</div></div>'
    )


def _stacked(row: tuple[Cell, ...], look: Look) -> str:
    label, value = row
    text = _label_text(label, look)
    head = f'<div class="kop">{text}</div>' if text else ""
    return f'<div class="veld">{head}<div class="waarde">{_inside(value, look)}</div></div>'

"""Shapes of the general section: the first row with name, date and version, and what follows."""

from __future__ import annotations

from typing import Any

from tests.shapes.dates import written
from tests.shapes.draw import Draw
from tests.shapes.lists import names, prose, sources
from tests.shapes.pairs import IN_TABLES, WITHOUT_TABLES, Layout, Pair, pair, rules, shown
from tests.shapes.tree import Block, Cell, Emphasis, Para, Run, Table, cell, label, para

Content = dict[str, Any]
Blocks = list[Block]
Facts = list[tuple[str, str]]

_CALLED = ("verder aangegeven als", "verder aangegeven als", "hierna te noemen")


# ---------------------------------------------------------------------------------- the first row


def _facts(draw: Draw, content: Content) -> Facts:
    """Labels and values of the first row: level and short name in the name's cell, or apart."""
    name = str(content["name"])
    level, short = content.get("nlqf_level"), content.get("short_name")
    apart = draw.chance(0.4)
    if level and not apart:
        name += f" (niveau {level})"
    if short and not apart:
        name += f" - {draw.pick(_CALLED)} {short}"
    draw.note("level and short name", "/nlqf_level", "apart" if apart else "in the cell")
    draw.note("level and short name", "/short_name", "apart" if apart else "in the cell")
    found = [("Naam BCP", name), ("Datum", written(draw, content["date"]))]
    if "version" in content:
        found.append(("Versie", str(content["version"])))
    if level and apart:
        found.append((draw.pick(("NLQF-niveau", "Niveau")), str(level)))
    if short and apart:
        found.append(("Verkorte naam", str(short)))
    if content.get("sector") and content["~sector"] == "row":
        found.append(("Sector", str(content["sector"])))
    return found


def _labels_over_values(draw: Draw, facts: Facts) -> Blocks:
    rows = (
        tuple(label(shown(draw, name)) for name, _ in facts),
        tuple(cell(value) for _, value in facts),
    )
    return [Table(rows, _widths(facts), True, rules(draw))]


def _widths(facts: Facts) -> tuple[float, ...]:
    """The share of each column: as much as its longest word needs, and long texts more."""
    needs = [max(len(w) for w in f"{n}: {v}".split()) + len(v) / 6 + 2 for n, v in facts]
    return tuple(need / sum(needs) for need in needs)


def _values_beside_labels(draw: Draw, facts: Facts) -> Blocks:
    """Two pairs a row."""
    rows: list[tuple[Cell, ...]] = []
    for at in range(0, len(facts), 2):
        cells = [c for n, v in facts[at : at + 2] for c in (label(shown(draw, n)), cell(v))]
        rows.append((*cells, *[Cell(())] * (4 - len(cells))))
    return [Table(tuple(rows), (0.18, 0.42, 0.16, 0.24), False, rules(draw))]


def _lines(draw: Draw, facts: Facts) -> Blocks:
    """`Label: value` in a paragraph each."""
    style: Emphasis = "bold" if draw.chance(0.6) else ""
    return [Para((Run(f"{name}:", style), Run(f" {value}"))) for name, value in facts]


_APART = (_labels_over_values, _labels_over_values, _values_beside_labels, _lines)


# ------------------------------------------------------------------------------- the other rows


def _source_texts(draw: Draw, found: list[Content]) -> list[str]:
    form = draw.always(
        "form of sources",
        ("{t}, {p} – {y}", "{t}, {p} - {y}", "{t}, {p}, {y}", "{t}, {p} ({y})"),
    )
    texts = []
    for one in found:
        year = one.get("year")
        shape = form if year else "{t}, {p}"
        text = shape.format(t=one.pop("~title"), p=one.pop("~publisher"), y=year)
        one["text"] = text
        texts.append(text)
    return texts


def _source_table(draw: Draw, found: list[Content]) -> Blocks:
    """A table with a row each: title, publisher, year."""
    draw.note("sources", "/source_documents", "table")
    draw.loose.add("text of a source")
    rows: list[tuple[Cell, ...]] = [(label("Titel"), label("Uitgever"), label("Jaar"))]
    for one in found:
        title, publisher, year = one.pop("~title"), one.pop("~publisher"), one.get("year")
        shown_year = str(year) if year else "-"
        rows.append((cell(title), cell(publisher), cell(shown_year)))
        one["text"] = f"{title}, {publisher}" + (f", {year}" if year else "")
        one["title"], one["publisher"] = title, publisher
    return [Table(tuple(rows), (0.5, 0.35, 0.15), True, rules(draw))]


def _legitimations(draw: Draw, found: list[Content], content: Content) -> list[str]:
    link = draw.always("link of a date", ("op", "d.d."))
    for one in found:
        one["text"] = one["body"]
        if draw.chance(0.8):
            one["date"] = content["date"] if len(content["date"]) > 7 else "2024-06-14"
            one["text"] += f" {link} {written(draw, one['date'])}"
    return [one["text"] for one in found]


def _rows(draw: Draw, content: Content) -> list[Pair]:
    """The rows below the first one."""
    agreed = _legitimations(draw, content["legitimations"], content)
    made = [
        _named(draw, ("Ontwikkeld door",), content, "developed_by"),
        pair(draw.pick(("Brondocument(en)", "Brondocumenten")), _cited(draw, content)),
        pair("Legitimering proces ontwikkeling BCP door", _agreed(draw, agreed)),
        _named(draw, ("Mogelijke functiebenamingen",), content, "job_titles"),
        _named(
            draw,
            ("Verwante beroepen", "Verwante beroepen (schema)"),
            content,
            "related_occupations",
        ),
        pair("Loopbaanperspectief", prose(draw, "/career_prospects", content["career_prospects"])),
    ]
    if draw.chance(0.25):
        draw.rng.shuffle(made)
    return made


def _named(draw: Draw, labels: tuple[str, ...], content: Content, key: str) -> Pair:
    commas = key != "developed_by"  # organisations have commas in their names
    return pair(draw.pick(labels), names(draw, "names", f"/{key}", content[key], commas))


def _cited(draw: Draw, content: Content) -> Blocks:
    found = content["source_documents"]
    if draw.form.nested_tables and draw.chance(0.12):
        return _source_table(draw, found)
    return sources(draw, "/source_documents", _source_texts(draw, found))


def _agreed(draw: Draw, texts: list[str]) -> Blocks:
    if len(texts) == 1:
        draw.note("legitimations", "/legitimations", "one")
        return [para(texts[0])]
    return names(draw, "legitimations", "/legitimations", texts, False)


def section(draw: Draw, content: Content, level: int) -> Blocks:
    """The general section, below its heading of the level above."""
    facts, rows = _facts(draw, content), _rows(draw, content)
    layouts: tuple[Layout, ...] = WITHOUT_TABLES
    if draw.form.tables:
        layouts = (*IN_TABLES, *IN_TABLES, *layouts)
    layout = draw.habit("layout of sections", layouts)
    draw.note("general rows", "", layout.__name__)
    pointers = ("/name", "/date", "/version")
    if layout in IN_TABLES and draw.chance(0.35):
        for pointer in pointers:
            draw.note("first row", pointer, "a row each")
        return layout(draw, [*(pair(n, [para(v)]) for n, v in facts), *rows], level)
    if len(facts) > 3 and draw.chance(0.4):
        for pointer in ("/nlqf_level", "/short_name"):
            draw.note("level and short name", pointer, "in rows of their own")
        rows = [*(pair(name, [para(value)]) for name, value in facts[3:]), *rows]
        facts = facts[:3]
    shapes = _APART if draw.form.tables else (_lines,)
    shape = draw.shape("first row", "/name", shapes)
    for pointer in pointers:
        draw.note("first row", pointer, f"{shape.__name__.strip('_')} of {len(facts)}")
    return [*shape(draw, facts), *layout(draw, rows, level)]

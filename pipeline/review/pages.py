"""The page of a profile in a review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import Any

from pipeline.conversion import file_bytes
from pipeline.review.charts import grid, grid_title
from pipeline.review.material import Reviewed
from pipeline.review.sources import view_of
from pipeline.review.values import Value, values_of
from pipeline.writers.page import page

_TAGS = {
    "finding": "bevinding",
    "derived": "afgeleid",
    "recovered": "lijst hersteld",
    "unplaced": "niet geplaatst",
}
SEVERITIES = {"error": "fout", "warning": "waarschuwing", "info": "opmerking"}


@cache
def asset(name: str) -> str:
    """The text of a file that is part of each page."""
    return (files("pipeline.review") / name).read_text("utf-8")


def profile_page(one: Reviewed) -> str:
    """The page of a profile, with its source beside it."""
    values = values_of(one)
    view = view_of(file_bytes(one.source) if one.source is not None else None, values)
    name = one.profile.name
    body = [
        "<header>",
        '<nav aria-label="Overzicht"><a href="index.html">Alle profielen</a></nav>',
        f"<h1>{escape(name)}</h1>",
        f"<p>{escape(one.report['file'])}, gelezen als {escape(one.report['reader'])}.</p>",
        *_summary(one),
        "</header>",
        '<main id="inhoud">',
        *_tools("Zoek in de waarden"),
        '<div class="sides">',
        '<section aria-label="De bron" tabindex="0"><h2>De bron</h2>',
        *view.lines,
        "</section>",
        '<section aria-label="Het profiel" tabindex="0"><h2>Het profiel</h2>',
        *_values(values, view.marks),
        "</section>",
        "</div>",
        "</main>",
    ]
    title = f"{name} – nazien"
    return page(title, "nl", asset("review.css"), body, asset("review.js"))


def _tools(label: str) -> Iterator[str]:
    yield '<div class="bar" role="search">'
    yield f'<label for="search">{label}</label><input type="search" id="search">'
    yield from (
        f'<label><input type="checkbox" data-tag="{tag}"> {shown}</label>'
        for tag, shown in _TAGS.items()
    )
    yield '<span id="said" role="status" aria-live="polite"></span></div>'


def _values(values: Sequence[Value], marks: Mapping[int, Sequence[str]]) -> Iterator[str]:
    numbered = list(enumerate(values))
    for section, group in groupby(numbered, key=lambda pair: pair[1].section):
        yield f"<div data-group><h3>{escape(section or 'Algemeen')}</h3>"
        for number, value in group:
            yield from _value(number, value, " ".join(marks.get(number, ())))
        yield "</div>"


def _value(number: int, value: Value, marks: str) -> Iterator[str]:
    tags = "".join(f'<span class="tag">{_TAGS[tag]}</span>' for tag in value.tags)
    searched = escape(f"{value.title} {value.text}")
    yield f'<div data-text="{searched}" data-tags="{" ".join(value.tags)}">'
    yield (
        f'<button type="button" class="value" id="v{number}" aria-pressed="false" '
        f'data-marks="{marks}" data-where="{escape(_where(value))}">'
        f'<span class="what">{escape(value.title)} {tags}</span>{escape(value.text)}</button>'
    )
    yield from _history(value)
    yield "</div>"


def _where(value: Value) -> str:
    pages = sorted({place["page"] for place in value.places if "page" in place})
    lines = sorted({place["line"] for place in value.places if "line" in place})
    if pages:
        return f"Vindplaats: pagina {', '.join(map(str, pages))}"
    if lines:
        return f"Vindplaats: regel {', '.join(map(str, lines))}"
    return "Vindplaats in de bron gemarkeerd" if value.places else "Geen vindplaats: afgeleid"


def _history(value: Value) -> Iterator[str]:
    """What was done to a value, where more was done than reading it."""
    told = [f"label in de bron: {value.label}"] if value.label else []
    told += [f"stap: {step}" for step in value.steps]
    told += [_finding_line(finding) for finding in value.findings]
    if " ".join(value.raw.split()) != value.text and value.raw:
        told.append(f"in de bron: {value.raw}")
    if told:
        yield '<details class="history"><summary>Hoe dit is gelezen</summary><ul>'
        yield from (f"<li>{escape(line)}</li>" for line in told)
        yield "</ul></details>"


def _finding_line(finding: Mapping[str, Any]) -> str:
    severity = SEVERITIES[finding["severity"]]
    return f"{severity} {finding['code']}: {finding['message']} ({finding['remedy']})"


def _summary(one: Reviewed) -> Iterator[str]:
    """Findings, ledger and the picture of the competencies, folded."""
    findings = one.report["findings"]
    ledger = one.report["ledger"]
    state = "sluit" if ledger["closed"] else "SLUIT NIET"
    yield f"<details><summary>{len(findings)} bevindingen</summary><ul>"
    yield from (f"<li>{escape(_finding_line(finding))}</li>" for finding in findings)
    yield "</ul></details>"
    yield f"<details><summary>Verantwoording: {state}</summary><table><tbody>"
    rows = {
        "tekens van de bron": ledger["source"],
        **{f"opmaak: {kind}": count for kind, count in ledger["markup"].items()},
        **ledger["accounts"],
        "ontbreekt": ledger["missing"],
        "niet uit de bron": ledger["invented"],
    }
    for name, count in rows.items():
        yield f'<tr><th scope="row">{escape(name)}</th><td>{count}</td></tr>'
    yield "</tbody></table></details>"
    yield f"<details><summary>{escape(grid_title(one.profile))}</summary>"
    yield from grid(one.profile)
    yield "</details>"

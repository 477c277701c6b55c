"""The pages of a review: one for each profile, and the index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import Any

from pipeline.review.charts import bars, grid, occupations_by_competency, occupations_by_indicator
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
_SEVERITIES = {"error": "fout", "warning": "waarschuwing", "info": "opmerking"}


def review_files(reviewed: Sequence[Reviewed]) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of the files of a review: a page for each profile, `index.html` last.

    One after the other: the pages of a large run are more than memory should hold.
    """
    for one in reviewed:
        yield f"{one.profile.id}.html", _profile_page(one).encode()
    yield "index.html", _index_page(reviewed).encode()


@cache
def _asset(name: str) -> str:
    return (files("pipeline.review") / name).read_text("utf-8")


def _profile_page(one: Reviewed) -> str:
    values = values_of(one)
    view = view_of(one.source.read_bytes() if one.source is not None else None, values)
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
    return page(title, "nl", _asset("review.css"), body, _asset("review.js"))


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
    severity = _SEVERITIES[finding["severity"]]
    return f"{severity} {finding['code']}: {finding['message']} ({finding['remedy']})"


def _summary(one: Reviewed) -> Iterator[str]:
    """Findings, ledger and the picture of the roles, folded."""
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
    yield "<details><summary>Competenties per rol</summary>"
    yield from grid(one.profile)
    yield "</details>"


def _index_page(reviewed: Sequence[Reviewed]) -> str:
    profiles = [one.profile for one in reviewed]
    competencies = occupations_by_competency(profiles)
    indicators = occupations_by_indicator(profiles)
    body = [
        "<header><h1>Beroepscompetentieprofielen nazien</h1></header>",
        '<main id="inhoud">',
        '<div class="bar" role="search"><label for="search">Zoek in alle teksten</label>',
        '<input type="search" id="search"><span id="said" role="status" aria-live="polite"></span>',
        "</div>",
        '<div class="scroll" tabindex="0" role="region" aria-label="Alle profielen">',
        "<table><thead><tr>",
        *(f'<th scope="col">{name}</th>' for name in _COLUMNS),
        "</tr></thead><tbody>",
        *(line for one in reviewed for line in _index_row(one)),
        "</tbody></table></div>",
        "<h2>Competenties naar het aantal beroepen</h2>",
        *bars("Competenties naar het aantal beroepen", competencies, "Competentie"),
        "<h2>Gedragsindicatoren die terugkomen</h2>",
        *bars("Gedragsindicatoren naar het aantal beroepen", indicators, "Gedragsindicator"),
        "</main>",
    ]
    return page("Nazien", "nl", _asset("review.css"), body, _asset("review.js"))


_COLUMNS = (
    "Profiel",
    "Versie",
    "Datum",
    "NLQF",
    "Rollen",
    "Competenties",
    "Indicatoren",
    "Kennis en vaardigheden",
    "Ergste bevinding",
    "Verantwoording",
)


def _index_row(one: Reviewed) -> Iterator[str]:
    profile = one.profile
    roles = profile.roles or ()
    competencies = [c for role in roles for c in role.competencies or ()]
    cells = (
        profile.version or "",
        profile.date or "",
        profile.nlqf_level or "",
        str(len(roles)),
        str(len(competencies)),
        str(sum(len(competency.indicators) for competency in competencies)),
        str(sum(len(role.knowledge_and_skills or ()) for role in roles)),
        _worst(one.report["findings"]),
        "sluit" if one.report["ledger"]["closed"] else "SLUIT NIET",
    )
    searched = escape(" ".join(value.text for value in values_of(one)))
    link = f'<a href="{escape(profile.id)}.html">{escape(profile.name)}</a>'
    yield f'<tr data-text="{searched}"><th scope="row">{link}<br>{escape(one.report["file"])}</th>'
    yield "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _worst(findings: Sequence[Mapping[str, Any]]) -> str:
    order = list(_SEVERITIES)
    found = sorted((finding["severity"] for finding in findings), key=order.index)
    return _SEVERITIES[found[0]] if found else "geen"

"""The index of a review: all profiles with what is known of each, and what they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from pipeline.core.heartbeat import beat
from pipeline.review.charts import bars, occupations_by_competency, occupations_by_indicator
from pipeline.review.material import Entry, Reviewed
from pipeline.review.pages import SEVERITIES, asset
from pipeline.review.values import values_of
from pipeline.writers.page import page


def index_page(entries: Sequence[Entry], without: Mapping[str, str]) -> str:
    """The index over all profiles; `without` says, by id, why one of them has no page."""
    profiles, rows = [], []
    for entry in entries:
        # One after the other: all traces of a large run are more than memory should hold.
        if entry.id in without:
            rows += list(_row_without_page(entry, without[entry.id]))
        else:
            one = entry.reviewed()
            profiles.append(one.profile)
            rows += list(_row(one))
        beat()
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
        *rows,
        "</tbody></table></div>",
        "<h2>Competenties naar het aantal beroepen</h2>",
        *bars("Competenties naar het aantal beroepen", competencies, "Competentie"),
        "<h2>Gedragsindicatoren die terugkomen</h2>",
        *bars("Gedragsindicatoren naar het aantal beroepen", indicators, "Gedragsindicator"),
        "</main>",
    ]
    return page("Nazien", "nl", asset("review.css"), body, asset("review.js"))


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


def _row(one: Reviewed) -> Iterator[str]:
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


def _row_without_page(entry: Entry, why: str) -> Iterator[str]:
    name, file = escape(entry.id), escape(entry.report["file"])
    yield f'<tr data-text="{name} {file}"><th scope="row">{name}<br>{file}</th>'
    yield f'<td colspan="{len(_COLUMNS) - 1}">Geen pagina: {escape(why)}</td></tr>'


def _worst(findings: Sequence[Mapping[str, Any]]) -> str:
    order = list(SEVERITIES)
    found = sorted((finding["severity"] for finding in findings), key=order.index)
    return SEVERITIES[found[0]] if found else "geen"

"""The index of a review: all profiles with what is known of each, and what they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from pipeline.core.heartbeat import beat
from pipeline.review.charts import bars, occupations_by_competency, occupations_by_indicator
from pipeline.review.material import Entry, Reviewed
from pipeline.review.pages import SEVERITIES, asset
from pipeline.review.values import values_of
from pipeline.writers.nodes import counts_of
from pipeline.writers.page import page


def index_page(entries: Sequence[Entry], without: Mapping[str, str]) -> str:
    """The index over all profiles; `without` says, by id, why one of them has no page."""
    profiles, rows = [], []
    for entry in entries:
        # One after the other: all traces of a large run are more than memory should hold.
        if entry.id in without:
            rows.append(_row_without_page(entry, without[entry.id]))
        else:
            one = entry.reviewed()
            profiles.append(one.profile)
            rows.append(_row(one))
        beat()
    words = tuple(dict.fromkeys(word for row in rows for word in row.counts))
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
        *(f'<th scope="col">{escape(name)}</th>' for name in (*_BEFORE, *words, *_AFTER)),
        "</tr></thead><tbody>",
        *(line for row in rows for line in _lines(row, words)),
        "</tbody></table></div>",
        "<h2>Competenties naar het aantal beroepen</h2>",
        *bars("Competenties naar het aantal beroepen", competencies, "Competentie"),
        "<h2>Gedragsindicatoren die terugkomen</h2>",
        *bars("Gedragsindicatoren naar het aantal beroepen", indicators, "Gedragsindicator"),
        "</main>",
    ]
    return page("Nazien", "nl", asset("review.css"), body, asset("review.js"))


# The columns, between which stand the counts of each sort of statement that a profile has.
_BEFORE = ("Profiel", "Versie", "Datum", "NLQF")
_AFTER = ("Ergste bevinding", "Verantwoording")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the index: the text that is searched, its head in markup, its cells.

    `why` says in place of all cells why the profile has no page.
    """

    searched: str
    head: str
    before: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    after: tuple[str, ...] = ()
    why: str = ""


def _row(one: Reviewed) -> _Row:
    profile = one.profile
    link = f'<a href="{escape(profile.id)}.html">{escape(profile.name)}</a>'
    return _Row(
        " ".join(value.text for value in values_of(one)),
        f"{link}<br>{escape(one.report['file'])}",
        (profile.version or "", profile.date or "", profile.nlqf_level or ""),
        counts_of(profile),
        (
            _worst(one.report["findings"]),
            "sluit" if one.report["ledger"]["closed"] else "SLUIT NIET",
        ),
    )


def _row_without_page(entry: Entry, why: str) -> _Row:
    file = entry.report["file"]
    return _Row(f"{entry.id} {file}", f"{escape(entry.id)}<br>{escape(file)}", why=why)


def _lines(row: _Row, words: Sequence[str]) -> Iterator[str]:
    """A row in markup, with a count for each of the words."""
    yield f'<tr data-text="{escape(row.searched)}"><th scope="row">{row.head}</th>'
    if row.why:
        span = len(_BEFORE) + len(words) + len(_AFTER) - 1
        yield f'<td colspan="{span}">Geen pagina: {escape(row.why)}</td></tr>'
        return
    cells = (*row.before, *(str(row.counts.get(word, 0)) for word in words), *row.after)
    yield "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _worst(findings: Sequence[Mapping[str, Any]]) -> str:
    order = list(SEVERITIES)
    found = sorted((finding["severity"] for finding in findings), key=order.index)
    return SEVERITIES[found[0]] if found else "geen"

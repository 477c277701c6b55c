"""A comparison as a web page: old and new side by side, the words that differ marked.

Colour is never all that tells: removed words are struck through, added ones underlined, and each
row says in words what happened.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pipeline.contract.comparison_records import ChangeRecord, ComparisonFile
from pipeline.writers.comparison_text import DUTCH, NOTHING, summary_of, title_of
from pipeline.writers.page import page

_STYLE = """
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: .5em .75em; border: 1px solid var(--rule);
  overflow-wrap: anywhere; }
thead th { background: var(--soft); position: sticky; top: 0; }
.kind { width: 11rem; }
tr.group th { background: var(--soft); }
del { color: var(--gone); text-decoration: line-through; }
ins { color: var(--come); text-decoration: underline; }
.none { color: var(--faint); }
@media (max-width: 44rem) { table, thead, tbody, tr, th, td { display: block; width: auto; }
  thead { position: absolute; left: -99rem; } td { border-bottom: 0; } }
"""


def page_of(comparison: ComparisonFile) -> bytes:
    """The page of a comparison: HTML 5, UTF-8, LF."""
    old, new = title_of(comparison.old), title_of(comparison.new)
    body = [
        "<header>",
        "<p>Verschillen tussen twee versies</p>",
        f"<h1>{escape(comparison.new.name)}</h1>",
        f"<p>Van {escape(old)} naar {escape(new)}: {escape(summary_of(comparison))}.</p>",
        "</header>",
        '<main id="inhoud">',
        *(_table(comparison) if comparison.changes else ["<p>De versies zeggen hetzelfde.</p>"]),
        "</main>",
    ]
    return page(f"Verschillen: {comparison.new.name}", "nl", _STYLE, body).encode()


def _table(comparison: ComparisonFile) -> Iterator[str]:
    yield "<table>"
    yield (
        '<thead><tr><th scope="col" class="kind">Wijziging</th><th scope="col">Oud</th>'
        '<th scope="col">Nieuw</th></tr></thead>'
    )
    where: tuple[str, ...] | None = None
    for change in comparison.changes:
        if change.where != where:
            if where is not None:
                yield "</tbody>"
            where = change.where
            shown = escape(" › ".join(where) or "Algemeen")
            yield f'<tbody><tr class="group"><th scope="rowgroup" colspan="3">{shown}</th></tr>'
        yield from _row(change)
    yield "</tbody>"
    yield "</table>"


def _row(change: ChangeRecord) -> Iterator[str]:
    moved = " en verplaatst" if change.moved and change.change == "changed" else ""
    yield (
        f"<tr><td>{escape(change.what)}<br><strong>{DUTCH[change.change]}{moved}</strong></td>"
        f"<td>{_side(change, change.old, 'removed')}</td>"
        f"<td>{_side(change, change.new, 'added')}</td></tr>"
    )


def _side(change: ChangeRecord, text: str | None, own: str) -> str:
    """One version of a text; its own words are marked."""
    tag = "del" if own == "removed" else "ins"
    if text is None:
        return '<span class="none">–</span>'
    if not text:
        return f'<span class="none">{NOTHING}</span>'
    if change.words:
        return "".join(
            escape(words.text) if words.kind == "same" else f"<{tag}>{escape(words.text)}</{tag}>"
            for words in change.words
            if words.kind in ("same", own)
        )
    return escape(text) if change.change == "moved" else f"<{tag}>{escape(text)}</{tag}>"

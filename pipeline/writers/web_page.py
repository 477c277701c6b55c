"""A profile as a web page: one file that needs nothing else, to read, to print, to hand out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from pipeline.profile.model import Blocks, Paragraph
from pipeline.writers.edition import PROGRAM, Edition
from pipeline.writers.page import page
from pipeline.writers.reading import Facts, Heading, Items, Part, reading_of

_STYLE = """
h2 { font-size: 1.5rem; border-bottom: 2px solid var(--rule); padding-bottom: .2em; }
h3 { font-size: 1.25rem; } h4 { font-size: 1.08rem; } h5, h6 { font-size: 1rem; }
p, li, td, th { overflow-wrap: anywhere; }
p, ul, ol { max-width: 46rem; margin: .5em 0 1em; }
table { border-collapse: collapse; width: 100%; max-width: 52rem; margin: .5em 0 1.5em; }
th, td { text-align: left; vertical-align: top; padding: .45em .75em;
  border: 1px solid var(--rule); }
th { width: 34%; background: var(--soft); font-weight: 600; }
td ul { margin: 0; padding-left: 1.2em; }
nav { background: var(--soft); padding: .5rem 1.25rem; border-radius: .4rem; }
nav ul { padding-left: 1.2em; margin: .3em 0; }
.stressed { font-weight: 600; }
footer { margin-top: 4em; padding-top: 1em; border-top: 1px solid var(--rule); font-size: .9rem; }
@media (min-width: 66rem) { .page { display: grid; grid-template-columns: 17rem 1fr; gap: 3rem; }
  header, footer { grid-column: 1 / -1; }
  nav { position: sticky; top: 1rem; align-self: start; max-height: 95vh; overflow: auto; } }
@media print { nav { display: none; } .page { display: block; } }
"""
# The table of contents has this level of headings and the next; with all competencies it would be
# longer than a screen.
_TOP = 2
_DEEPEST = 6


def write(edition: Edition) -> dict[str, bytes]:
    """The file of one profile."""
    return {f"html/{edition.profile.id}.html": page_of(edition).encode()}


def page_of(edition: Edition) -> str:
    """The page of a profile: HTML 5, UTF-8, LF."""
    profile = edition.profile
    first, *rest = reading_of(profile)
    marked = _anchored(rest)
    title = first.text if isinstance(first, Heading) else profile.name
    body = [
        "<header>",
        "<p>Beroepscompetentieprofiel</p>",
        f"<h1>{escape(title)}</h1>",
        "</header>",
        *_contents(marked),
        '<main id="inhoud">',
        *(line for part, anchor in marked for line in _part(part, anchor)),
        "</main>",
        *_origin(edition),
    ]
    return page(f"{title} – beroepscompetentieprofiel", profile.language, _STYLE, body)


def _anchored(parts: Iterable[Part]) -> list[tuple[Part, str]]:
    """The parts, headings with an anchor: their identifier where they have one."""
    found: list[tuple[Part, str]] = []
    for number, part in enumerate(parts):
        anchor = (part.id or f"deel-{number}") if isinstance(part, Heading) else ""
        found.append((part, anchor))
    return found


def _contents(parts: Iterable[tuple[Part, str]]) -> Iterator[str]:
    """The table of contents: headings of two levels, the lower ones within the higher."""
    entries: list[tuple[str, list[str]]] = []
    for part, anchor in parts:
        if isinstance(part, Heading) and part.level in (_TOP, _TOP + 1):
            link = f'<a href="#{anchor}">{escape(part.text)}</a>'
            if part.level == _TOP:
                entries.append((link, []))
            else:
                entries[-1][1].append(link)
    yield '<nav aria-label="Inhoudsopgave">'
    yield "<ul>"
    for link, below in entries:
        inner = "".join(f"<li>{lower}</li>" for lower in below)
        yield f"<li>{link}{f'<ul>{inner}</ul>' if inner else ''}</li>"
    yield "</ul>"
    yield "</nav>"


def _part(part: Part, anchor: str) -> Iterator[str]:
    match part:
        case Heading():
            yield _heading(part, anchor)
        case Facts():
            yield "<table>"
            for title, lines in part.rows:
                yield f'<tr><th scope="row">{escape(title)}</th><td>{_cell(lines)}</td></tr>'
            yield "</table>"
        case Items():
            yield "<ul>"
            for identifier, text in part.items:
                yield f'<li id="{escape(identifier)}">{escape(text)}</li>'
            yield "</ul>"
        case _:
            yield from _blocks(part.blocks, ' class="stressed"' if part.is_stressed else "")


def _heading(part: Heading, anchor: str) -> str:
    """A heading; HTML has six levels, and says of deeper ones how deep they are."""
    level = min(part.level, _DEEPEST)
    depth = f' aria-level="{part.level}"' if part.level > _DEEPEST else ""
    return f'<h{level} id="{anchor}"{depth}>{escape(part.text)}</h{level}>'


def _cell(lines: tuple[str, ...]) -> str:
    if len(lines) == 1:
        return escape(lines[0])
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def _blocks(blocks: Blocks, mark: str) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield f"<p{mark}>{escape(block.text)}</p>"
        else:
            name = "ol" if block.ordered else "ul"
            yield f"<{name}>"
            yield from (f"<li>{escape(item)}</li>" for item in block.items)
            yield f"</{name}>"


def _origin(edition: Edition) -> Iterator[str]:
    """Where the profile came from."""
    source = edition.profile.source
    yield "<footer>"
    yield (
        f"<p>Gelezen uit <cite>{escape(source.file)}</cite> (SHA-256 "
        f"<code>{source.sha256}</code>) door {escape(PROGRAM)}.</p>"
    )
    yield "</footer>"

"""A profile as Markdown (CommonMark): to read, to paste into a wiki, to compare in version control.

Each text stands as it is: whatever Markdown would take for markup is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.profile.model import Blocks, Paragraph
from pipeline.writers.edition import Edition
from pipeline.writers.reading import Facts, Heading, Items, Part, reading_of

_DEEPEST = 6
# Backslash escapes work for ASCII punctuation (CommonMark 2.4); these can begin something inline.
_INLINE = re.compile(r"([\\`*_\[\]<>&~|!$])")
# At the start of a line: headings, rules, quotes, bullets; the numbers of lists.
_OPENING = re.compile(r"^([#+=>-])")
_NUMBER = re.compile(r"^(\d{1,9})([.)])")
# A name with dots or an address would become a link where a reader is eager (GFM 6.9).
_LINKED = re.compile(r"(?i)\b(https?:|ftp:|www\.)")


def write(edition: Edition) -> dict[str, bytes]:
    """The file of one profile."""
    text = markdown_of(edition)
    return {f"markdown/{edition.profile.id}.md": text.encode()}


def markdown_of(edition: Edition) -> str:
    """The Markdown of a profile, LF at each line's end."""
    parts = (block for part in reading_of(edition.profile) for block in _part(part))
    return "\n\n".join((*parts, _origin(edition))) + "\n"


def _origin(edition: Edition) -> str:
    source = edition.profile.source
    return f"---\n\nUit {escaped(source.file)} (SHA-256 `{source.sha256}`)."


def _part(part: Part) -> Iterator[str]:
    match part:
        case Heading():
            yield _heading(part)
        case Facts():
            yield "\n".join(_fact(title, lines) for title, lines in part.rows)
        case Items():
            yield _list((text for _, text in part.items), ordered=False)
        case _:
            yield from _blocks(part.blocks, "**" if part.is_stressed else "")


def _heading(part: Heading) -> str:
    """A heading; below the last level that Markdown has, a line in bold."""
    if part.level > _DEEPEST:
        return f"**{escaped(part.text)}**"
    return f"{'#' * part.level} {escaped(part.text)}"


def _fact(title: str, lines: tuple[str, ...]) -> str:
    if len(lines) == 1:
        return f"- **{escaped(title)}:** {escaped(lines[0])}"
    return "\n".join((f"- **{escaped(title)}:**", *(f"  - {escaped(line)}" for line in lines)))


def _blocks(blocks: Blocks, mark: str) -> Iterator[str]:
    before = ""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield f"{mark}{escaped(block.text)}{mark}"
            before = ""
            continue
        if before == str(block.ordered):
            # Two lists in a row are one to Markdown, unless something stands between them.
            yield "<!-- -->"
        yield _list(block.items, ordered=block.ordered)
        before = str(block.ordered)


def _list(items: Iterable[str], *, ordered: bool) -> str:
    return "\n".join(
        f"{f'{number}.' if ordered else '-'} {escaped(item)}"
        for number, item in enumerate(items, start=1)
    )


def escaped(text: str) -> str:
    """The text on one line, with a backslash before what would be markup."""
    line = _INLINE.sub(r"\\\1", " ".join(text.split()))
    line = _LINKED.sub(lambda found: found[1].replace(":", r"\:").replace(".", r"\."), line)
    return _NUMBER.sub(r"\1\\\2", _OPENING.sub(r"\\\1", line))

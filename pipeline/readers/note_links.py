"""Notes of web pages that are linked: the mark leads to the note, and the note back to the mark.

So do those of word processors, content managers and Markdown, each with names of its own; that
the two lead to one another is what no other links do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.core import signs
from pipeline.readers.asides import NOTE_MARKS, NOTES
from pipeline.readers.elements import HEADINGS, characters, elements_in
from pipeline.readers.markup import Element

_MARK = re.compile(
    rf"\s*[(\[]?\s*(?:\d{{1,3}}|[ivx]{{1,5}}|[a-z]|[{signs.NOTE_MARKS}]{{1,3}})\s*[)\]]?\s*"
)
_BLOCKS = frozenset("p li div dd aside section footer blockquote".split())
_NO_NOTE = HEADINGS | {"td", "th", "tr", "table", "body", "main", "article"}
# What a page may say itself (Digital Publishing WAI-ARIA).
_ROLES = frozenset({"doc-footnote", "doc-footnotes", "doc-endnote", "doc-endnotes"})


def mark_notes(root: Element) -> None:
    """Declare in a tree the marks and the notes that are linked, and what says that it is notes."""
    page = _Page(root)
    for element in page.elements:
        if element.attributes.get("role") in _ROLES:
            element.aside = NOTES
    for link in page.links:
        note = page.note_of(link)
        if note is not None:
            note.aside = NOTES
            page.mark_around(link).aside = NOTE_MARKS


class _Page:
    """The elements of a page, with their parents, names and links."""

    def __init__(self, root: Element) -> None:
        self._parents: dict[int, Element] = {}
        self._named: dict[str, Element] = {}
        self._order: dict[int, int] = {}
        self._leading_to: dict[str, list[Element]] = defaultdict(list)
        self.elements: list[Element] = list(self._walk(root))
        self.links = [element for element in self.elements if _fragment(element)]
        for n, element in enumerate(self.elements):
            self._order[id(element)] = n
            for name in _names(element):
                self._named.setdefault(name, element)
        for link in self.links:
            self._leading_to[_fragment(link)].append(link)

    def _walk(self, element: Element) -> Iterator[Element]:
        for child in elements_in(element):
            self._parents[id(child)] = element
            yield child
            yield from self._walk(child)

    def note_of(self, link: Element) -> Element | None:
        """The block of the note that a mark leads to; None where the link is no such mark."""
        target = self._named.get(_fragment(link))
        if target is None or not _MARK.fullmatch(_text(link)):
            return None
        note = self._block_of(target)
        if note is None or self._block_of(link) is note:
            return None
        for back in self._backs_to(link):
            if self._is_within(back, note) and self._order[id(link)] < self._order[id(back)]:
                return note
        return None

    def mark_around(self, link: Element) -> Element:
        """The mark with what raises or brackets it."""
        parent = self._parents.get(id(link))
        is_all = parent is not None and parent.tag == "sup" and _MARK.fullmatch(_text(parent))
        return parent if parent is not None and is_all else link

    def _backs_to(self, link: Element) -> Iterator[Element]:
        """The links that lead to a mark: to it, to what is in it or stands right around it."""
        around: Element | None = link
        while around is not None and around.tag not in _BLOCKS | _NO_NOTE:
            for name in _names(around):
                yield from self._leading_to.get(name, ())
            around = self._parents.get(id(around))
        for inner in self._walk(link):
            for name in _names(inner):
                yield from self._leading_to.get(name, ())

    def _block_of(self, element: Element) -> Element | None:
        """The block that an element is or stands in; None in what cannot be a note."""
        at: Element | None = element
        while at is not None and at.tag not in _BLOCKS:
            at = None if at.tag in _NO_NOTE else self._parents.get(id(at))
        return at

    def _is_within(self, element: Element, block: Element) -> bool:
        at: Element | None = element
        while at is not None and at is not block:
            at = self._parents.get(id(at))
        return at is block


def _names(element: Element) -> Iterator[str]:
    for key in ("id", "name"):
        if name := element.attributes.get(key):
            yield name


def _fragment(element: Element) -> str:
    """What a link leads to in its page; empty for anything else."""
    return element.attributes.get("href", "").partition("#")[2] if element.tag == "a" else ""


def _text(element: Element) -> str:
    return "".join(node.chars for node in characters(element))

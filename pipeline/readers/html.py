"""Whole HTML pages: CMS pages, what Word saves as a web page, browser and office exports."""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.model import Block, Document, Furniture
from pipeline.readers.asides import GROUND
from pipeline.readers.assemble import assemble
from pipeline.readers.blocks import blocks_of
from pipeline.readers.elements import find_main
from pipeline.readers.markup import Characters, Element, parse
from pipeline.readers.note_links import mark_notes
from pipeline.readers.page_parts import declare_content
from pipeline.readers.source import Account, SourceText, control_characters
from pipeline.readers.style_sheets import apply_style_sheets, has_other_sheets
from pipeline.readers.text_builder import text_of

MEDIA_TYPE = "text/html"


def read(source: SourceText) -> Document:
    """The document of a page.

    Where the page declares its main content (`<main>`, role main), the rest is
    furniture. Raises DocumentError BCP108 for absurd nesting.
    """
    account = Account(source.text)
    text, findings = control_characters(source, account)
    root = parse(text, account)
    apply_style_sheets(root)
    mark_notes(root)
    declare_content(root)
    main = find_main(root)
    # What a sheet that is not there lays behind a text nobody knows.
    style = GROUND if has_other_sheets(root) else 0
    if main is None:
        blocks = blocks_of(root, account, style=style)
    else:
        blocks = _around(root, main, account, style)
    return assemble(source, account, blocks, MEDIA_TYPE, "html", findings)


def _around(root: Element, main: Element, account: Account, style: int) -> tuple[Block, ...]:
    """The blocks of the main content, with everything before and after it as furniture."""
    before, after = _split(root, main)
    return (
        *_outside(before, account),
        *blocks_of(main, account, style=style),
        *_outside(after, account),
    )


def _split(element: Element, main: Element) -> tuple[Element, Element]:
    """Two trees: what stands before `main` and what stands after it."""
    before: list[Element | Characters] = []
    after: list[Element | Characters] = []
    side = before
    for child in element.children:
        if child is main:
            side = after
        elif isinstance(child, Element) and _contains(child, main):
            inner_before, inner_after = _split(child, main)
            before.append(inner_before)
            after.append(inner_after)
            side = after
        else:
            side.append(child)
    return (
        replace(element, children=before),
        replace(element, children=after),
    )


def _contains(element: Element, wanted: Element) -> bool:
    return any(
        child is wanted or (isinstance(child, Element) and _contains(child, wanted))
        for child in element.children
    )


def _outside(element: Element, account: Account) -> list[Block]:
    text = text_of(element, account)
    return [Furniture("navigation", text)] if text else []

"""PDF by wkhtmltopdf: an old WebKit that prints through Qt.

Debian's build has an unpatched Qt: no running lines, no tags, no hyphenation. Its WebKit knows the
older names of what a style sheet says on page ends.
"""

from __future__ import annotations

import os
import re
import subprocess

from tests.machine import message_of, qt_printer_path
from tests.rendering.printed.style import PAPERS, PdfStyle
from tests.rendering.printed.web import web_page
from tests.rendering.sheet import Sheet

_POINTS_PER_INCH = 72
_OLDER = (
    (re.compile(r"\bbreak-(after|before|inside): (page|avoid|auto)"), r"page-break-\1: \2"),
    (re.compile(r"\bpage-break-(after|before): page"), r"page-break-\1: always"),
    (re.compile(r"\boverflow-wrap: anywhere"), "word-wrap: break-word"),
)


def qt_pdf(sheet: Sheet, style: PdfStyle) -> bytes:
    """The PDF of a sheet."""
    page = web_page(sheet, style, margin_boxes=False)
    for newer, older in _OLDER:
        page = newer.sub(older, page)
    width, height = (f"{points / _POINTS_PER_INCH:.3f}in" for points in PAPERS[style.paper])
    margin = f"{style.margin / _POINTS_PER_INCH:.3f}in"
    return qt_printed(page, ["--page-width", width, "--page-height", height], margin)


def qt_printed(page: str, paper: list[str], margin: str) -> bytes:
    """The PDF of a page of HTML, on a paper that options name, with equal margins."""
    program = qt_printer_path()
    if program is None:
        raise RuntimeError(message_of(["qt-printer"]))
    margins = [text for side in "TBLR" for text in (f"-{side}", margin)]
    # Without a screen Qt draws off it.
    home = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [program, "--quiet", *paper, *margins, "-", "-"],
        input=page.encode("utf-8"),
        capture_output=True,
        check=True,
        env=home,
    )
    return done.stdout

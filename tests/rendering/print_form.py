"""A profile as a page of a content manager, printed: by a browser, or by WeasyPrint."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.rendering.render import rendered
from tests.rendering.sheet import Content
from tests.rendering.style import Style

# A browser prints what a page shows; navigation is no part of the profile.
_NAVIGATION = re.compile(r"<(header|nav|footer|aside|form)\b.*?</\1>", re.DOTALL)
_LEFT = "td,th{vertical-align:top;text-align:left}"
DRESSES = {
    "ruled": "table{border-collapse:collapse;width:100%}td,th{border:1px solid #444;padding:4pt}"
    "th{width:25%}body{font:11pt 'Carlito';line-height:1.25}p{margin:0 0 5pt}"
    "ul,ol{margin:0 0 4pt;padding-left:16pt}@page{size:A4;margin:2cm}",
    "levels": "table{border-collapse:collapse;width:100%}td,th{border-bottom:1pt solid #888;"
    "border-top:1pt solid #888;padding:3pt 8pt}th{width:30%;background:#eee;border-right:.5pt "
    "solid #999}body{font:10pt 'Liberation Serif';line-height:1.4;text-align:justify;hyphens:auto}"
    "p{margin:0 0 6pt}@page{size:A4;margin:2.5cm;@bottom-center{content:'Pagina ' counter(page) "
    "'/' counter(pages)}}",
    "apart": "table{border-collapse:separate;border-spacing:2pt;width:100%}td,th{border:.5pt solid "
    "#000;padding:2pt 5pt}th{width:18%;font-size:9pt}body{font:9.5pt 'DejaVu Sans';"
    "line-height:1.3}p{margin:0 0 4pt}@page{size:A5;margin:1.2cm;@top-right{content:'Profiel'}}",
    "double": "table{border-collapse:collapse;width:100%}td,th{border:2pt double #000;padding:3pt}"
    "th{width:28%}body{font:11pt 'Liberation Sans';line-height:1.15}p{margin:0 0 8pt}"
    "@page{size:A4 landscape;margin:2cm;@bottom-right{content:counter(page)}}",
}
_CHROMIUM = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync "
    "--no-pdf-header-footer"
).split()


def shown(style: Style) -> Style:
    """The style with the choices replaced that print leaves in doubt.

    Line ends without markers look like wrapping where a line happens to be full.
    """
    style = replace(style, encoding="utf-8", line_end="\n")
    if style.header == "inline":
        style = replace(style, header="columns")
    if style.lists == "br":
        style = replace(style, lists="li")
    if style.items in ("lines", "flat"):
        style = replace(style, items="li")
    return replace(style, names="comma") if style.names == "lines" else style


def printed_page(content: Content, style: Style, dress: str) -> str:
    """The page with its print styles."""
    page = _NAVIGATION.sub("", rendered(content, shown(style)))
    return page.replace("<head>", f"<head><style>{DRESSES[dress]}{_LEFT}</style>", 1)


def weasyprint_pdf(page: str) -> bytes:
    """The page printed by WeasyPrint: untagged, words divided with U+2010."""
    import weasyprint

    pdf: bytes = weasyprint.HTML(string=page).write_pdf()
    return pdf


def chromium_pdf(page: str) -> bytes:
    """The page printed by Chromium: tagged, cells open at page ends."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.html").write_text(page, "utf-8")
        subprocess.run(
            ["chromium", *_CHROMIUM, f"--user-data-dir={folder / 'user'}",
             f"--print-to-pdf={folder / 'page.pdf'}", (folder / "page.html").as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        return (folder / "page.pdf").read_bytes()


def has_chromium() -> bool:
    """Whether the browser is installed."""
    return shutil.which("chromium") is not None

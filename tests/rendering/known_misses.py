"""Files of `make matrix` that are not read back exactly, with the reason.

Those of the later makers are what the reader does not know of their habits yet.
"""

from __future__ import annotations

_FILES: dict[str, tuple[str, ...]] = {
    "words are cut without a hyphen in a column of some ten letters": (
        "drawn-9.reportlab.drawn-9",
        "drawn-9.weasyprint.drawn-9",
        "drawn-9.chromium.drawn-9",
        "drawn-18.reportlab.drawn-18",
        "drawn-18.chromium.drawn-18",
    ),
    "no-break spaces that stretched, and look like any others": ("drawn-18.weasyprint.drawn-18",),
    "the typesetter ends a line where the next word would have fitted": (
        "alinea.typst.werfcoordinator-jachthaven",
        "drawn-3.typst.drawn-3",
        "zonder-lijnen.fop.assistent-kaasmakerij",
        "groot.fop.uitvaartmedewerker",
        "groot.fop.werfcoordinator-jachthaven",
        "smalle-kolom.fop.werfcoordinator-jachthaven",
        "drawn-1.fop.drawn-1",
        "drawn-3.fop.drawn-3",
        "drawn-6.fop.drawn-6",
        "drawn-7.pdfmake.drawn-7",
    ),
    "the title of the cover is cut inside a word": ("drawn-1.reportlab.drawn-1",),
    "a paragraph is cut above its label, at a page end": (
        "drawn-17.libreoffice-untagged.drawn-17",
    ),
    "a paragraph ends with the page, and its last line has room": ("drawn-1.wkhtmltopdf.drawn-1",),
    "TeX's bold Times has `Medi` for a name, and no other sign": (
        "alinea.latex.generated-2",
        "alinea.latex.generated-3",
        "drawn-7.latex.drawn-7",
        "drawn-11.latex.drawn-11",
    ),
    "TeX begins a list below the last line of its label": (
        "rapport.latex.dakhovenier",
        "rapport.ghostscript.dakhovenier",
        "drawn-1.ghostscript.drawn-1",
        "zonder-lijnen.latex.beheerder-buurthuis",
        "drawn-8.latex.drawn-8",
    ),
    "the uprights of a frame are parted between rows": (
        "kader.latex.coordinerend-podiumtechnicus",
        "kader.ghostscript.coordinerend-podiumtechnicus",
        "kader.ghostscript.dakhovenier",
        "kader.latex.dakhovenier",
    ),
    "a shade covers the lines of a label, and not those of its value": (
        "boekje.latex.hulphondentrainer",
        "boekje.ghostscript.datacenterbeheerder",
        "boekje.ghostscript.hulphondentrainer",
        "boekje.fpdf2.datacenterbeheerder",
        "boekje.fpdf2.hulphondentrainer",
        "drawn-4.fpdf2.drawn-4",
    ),
    "one word is hyphenated, in a narrow column of a file that hyphenates nowhere": (
        "boekje.latex.datacenterbeheerder",
    ),
    "the second line of a title is taken for a heading of its own": ("drawn-6.latex.drawn-6",),
    "contents without leaders are taken for a table": (
        "rapport.pdfmake.coordinerend-podiumtechnicus",
        "rapport.pdfmake.dakhovenier",
        "drawn-2.pdfmake.drawn-2",
        "drawn-4.pdfmake.drawn-4",
        "drawn-10.pdfmake.drawn-10",
    ),
    "an indented paragraph after typed items, which are indented too": (
        "drawn-3.wkhtmltopdf.drawn-3",
        "drawn-4.fop.drawn-4",
        "drawn-6.pdfmake.drawn-6",
    ),
    "a line that the page end cuts is printed on both pages": (
        "smalle-kolom.wkhtmltopdf.uitvaartmedewerker",
        "smalle-kolom.wkhtmltopdf.werfcoordinator-jachthaven",
        "liggend.wkhtmltopdf.generated-0",
        "groot.wkhtmltopdf.werfcoordinator-jachthaven",
    ),
    "a label of two lines beside a value of two paragraphs, and no rules": (
        "kader.wkhtmltopdf.coordinerend-podiumtechnicus",
    ),
    "columns without rules, so narrow that they touch": (
        "drawn-9.latex.drawn-9",
        "drawn-9.fop.drawn-9",
        "drawn-9.pdfmake.drawn-9",
        "drawn-9.fpdf2.drawn-9",
        "drawn-9.ghostscript.drawn-9",
    ),
}
_REASONS = {name: reason for reason, names in _FILES.items() for name in names}
# What all files of a maker have.
_MAKERS = {
    "jspdf": "columns too narrow for words, and drawn looks; not looked at one by one",
    "writer-untagged": "the mark of a note at the end of a paragraph in a cell",
}


def known_reason(file_name: str, maker: str) -> str:
    """Why a file is known not to be read back exactly; empty where nothing is known."""
    return _REASONS.get(file_name) or _MAKERS.get(maker, "")

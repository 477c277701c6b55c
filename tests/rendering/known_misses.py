"""Files of `make matrix` that are not read back exactly: what their makers do, and why it is lost.

Each file is named by itself. One that is read back exactly all the same fails the matrix, as does
one that is not and has no entry: the list holds nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """What some files have in common, by a short name, the reason, and the files' names."""

    name: str
    reason: str
    files: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


KINDS = (
    Kind(
        "words cut bare",
        "words are cut without a hyphen in a column of some ten letters",
        (
            "drawn-9.reportlab.drawn-9",
            "drawn-9.weasyprint.drawn-9",
            "drawn-9.chromium.drawn-9",
            "drawn-18.reportlab.drawn-18",
            "drawn-18.chromium.drawn-18",
        ),
    ),
    Kind(
        "stretched no-break spaces",
        "no-break spaces that were stretched look like any others",
        ("drawn-18.weasyprint.drawn-18",),
    ),
    Kind(
        "no-break space after a sign",
        "a label is wrapped before `&`, which would have fitted without the word after it",
        ("drawn-4.writer-untagged.drawn-4",),
    ),
    Kind(
        "total fit",
        "the typesetter ends a line where the next word would have fitted, after a sentence or in "
        "a file with few such lines",
        (
            "drawn-3.typst.drawn-3",
            "zonder-lijnen.fop.assistent-kaasmakerij",
            "drawn-3.fop.drawn-3",
        ),
    ),
    Kind(
        "title cut in a word",
        "the title of the cover is cut inside a word, or the letters of its ligature stand apart",
        ("drawn-1.reportlab.drawn-1", "drawn-1.jspdf.drawn-1"),
    ),
    Kind(
        "title of two lines",
        "the second line of a title is taken for a heading of its own",
        ("drawn-6.latex.drawn-6",),
    ),
    Kind(
        "cut above its label",
        "a paragraph is cut above its label, at a page end",
        ("drawn-17.libreoffice-untagged.drawn-17",),
    ),
    Kind(
        "rows that go on bare",
        "a value goes on on the next page in a row that nothing draws, and has no label there",
        ("drawn-0.jspdf.drawn-0",),
    ),
    Kind(
        "one hyphen",
        "one word is hyphenated, in a narrow column of a file that hyphenates nowhere",
        ("boekje.latex.datacenterbeheerder",),
    ),
    Kind(
        "indents after indents",
        "an indented paragraph follows typed items, which are indented too",
        (
            "drawn-3.wkhtmltopdf.drawn-3",
            "drawn-4.fop.drawn-4",
            "drawn-6.pdfmake.drawn-6",
            "drawn-8.latex.drawn-8",
        ),
    ),
    Kind(
        "printed twice",
        "a line that the page end cuts is printed on both pages",
        ("smalle-kolom.wkhtmltopdf.uitvaartmedewerker",),
    ),
    Kind(
        "two beside two",
        "a label of two lines beside a value of two paragraphs, on other baselines and no rules",
        ("kader.wkhtmltopdf.coordinerend-podiumtechnicus",),
    ),
    Kind(
        "notes without tags",
        "the mark of a note at the end of a paragraph in a cell lets the next one go on, or takes "
        "the rest of it along",
        (
            "heel.writer-untagged.werfcoordinator-jachthaven",
            "noten.writer-untagged.beheerder-buurthuis",
        ),
    ),
    Kind(
        "touching columns",
        "columns without rules, so narrow that they touch, with indented or stretched lines",
        (
            "drawn-9.latex.drawn-9",
            "drawn-9.fop.drawn-9",
            "drawn-9.wkhtmltopdf.drawn-9",
            "drawn-9.pdfmake.drawn-9",
            "drawn-9.fpdf2.drawn-9",
            "drawn-9.ghostscript.drawn-9",
        ),
    ),
)
_KINDS = {name: kind for kind in KINDS for name in kind.files}


def known_kind(file_name: str) -> Kind | None:
    """Why a file is known not to be read back exactly; None where nothing is known."""
    return _KINDS.get(file_name)

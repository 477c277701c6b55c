"""A small profile as a PDF with ruled tables, drawn line by line: one value is wrapped."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.unit.readers.pdf.drawing import Draw, lines, pdf, ruled, together

# The second line's first word would have passed the right side of the column.
PROSE = ("De havenmeester beheert de haven en de", "ligplaatsen, en wijst schepen hun plaats.")
ATTITUDE = "Hij is open."


def bold(text: str, x: float, y: float) -> Draw:
    """A line in bold."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(x, y, text)
        canvas.setFont("Helvetica", 10)

    return draw


def first_page() -> Draw:
    """Title, general part and description."""
    return together(
        lines("Beroepscompetentieprofiel Havenmeester", x=40, top=375),
        ruled([40, 140, 340], [350, 330, 310, 270, 250]),
        bold("Naam BCP", 45, 337),
        bold("Versie", 45, 317),
        bold("Werkomgeving", 45, 297),
        bold("Attitude", 45, 257),
        lines("Havenmeester", "3", x=145, top=337, leading=20),
        lines(*PROSE, x=145, top=297),
        lines(ATTITUDE, x=145, top=257),
        bold("Rollen en competenties", 40, 220),
        bold("Rol 1: Gastheer", 40, 200),
        ruled([40, 140, 340], [180, 160]),
        bold("Afbreukrisico", 45, 167),
        lines("Er is schade aan schepen.", x=145, top=167),
    )


def write_profile(folder: Path) -> Path:
    """The profile in a folder."""
    path = folder / "profiel.pdf"
    path.write_bytes(pdf(first_page()))
    return path

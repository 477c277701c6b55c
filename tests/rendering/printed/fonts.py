"""Fonts for a canvas: the fourteen that every PDF viewer has, or TrueType files of the system."""

from __future__ import annotations

from functools import cache

from tests.machine import FONTS

_BASE = {
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"),
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"),
}
_FILES = {
    "DejaVu Sans": ("DejaVuSans", "", "-Bold", "-Oblique", "-BoldOblique"),
    "DejaVu Serif": ("DejaVuSerif", "", "-Bold", "-Italic", "-BoldItalic"),
    "Liberation Sans": ("LiberationSans", "-Regular", "-Bold", "-Italic", "-BoldItalic"),
    "Liberation Serif": ("LiberationSerif", "-Regular", "-Bold", "-Italic", "-BoldItalic"),
    "Liberation Sans Narrow": (
        "LiberationSansNarrow",
        "-Regular",
        "-Bold",
        "-Italic",
        "-BoldItalic",
    ),
    "Carlito": ("Carlito", "-Regular", "-Bold", "-Italic", "-BoldItalic"),
}
BASE_FONTS = tuple(_BASE)


@cache
def font_files(family: str) -> tuple[str, str, str, str]:
    """The files of a family of the system: regular, bold, italic, bold italic."""
    stem, *endings = _FILES[family]
    found = [sorted(FONTS.rglob(f"{stem}{ending}.ttf"))[0] for ending in endings]
    return (str(found[0]), str(found[1]), str(found[2]), str(found[3]))


@cache
def font_names(family: str) -> tuple[str, str, str, str]:
    """The registered names of a family: regular, bold, italic, bold italic.

    Where the system lacks the family, Helvetica.
    """
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    if family in _BASE:
        return _BASE[family]
    stem, *endings = _FILES[family]
    names: list[str] = []
    for ending in endings:
        files = sorted(FONTS.rglob(f"{stem}{ending}.ttf"))
        if not files:
            return _BASE["Helvetica"]
        registerFont(TTFont(files[0].stem, str(files[0])))
        names.append(files[0].stem)
    return (names[0], names[1], names[2], names[3])


def font(family: str, bold: bool, italic: bool) -> str:
    """The registered name of one font of a family."""
    return font_names(family)[bold + 2 * italic]

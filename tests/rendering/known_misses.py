"""Files of `make matrix` that are not read back exactly, with the reason."""

from __future__ import annotations

_TOO_NARROW = "words are cut without a hyphen in a column of some ten letters"
_OPTIMAL = "the typesetter ends a line where the next word would have fitted"

_FILES: dict[str, tuple[str, ...]] = {
    _TOO_NARROW: (
        "drawn-9.reportlab.drawn-9",
        "drawn-9.weasyprint.drawn-9",
        "drawn-9.chromium.drawn-9",
        "drawn-18.reportlab.drawn-18",
        "drawn-18.chromium.drawn-18",
    ),
    "no-break spaces that stretched, and look like any others": ("drawn-18.weasyprint.drawn-18",),
    _OPTIMAL: ("alinea.typst.werfcoordinator-jachthaven", "drawn-3.typst.drawn-3"),
    "the title of the cover is cut inside a word": ("drawn-1.reportlab.drawn-1",),
    "a paragraph is cut above its label, at a page end": (
        "drawn-17.libreoffice-untagged.drawn-17",
    ),
}
_REASONS = {name: reason for reason, names in _FILES.items() for name in names}


def known_reason(file_name: str) -> str:
    """Why a file is known not to be read back exactly; empty where nothing is known."""
    return _REASONS.get(file_name, "")

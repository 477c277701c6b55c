"""Emphasis from several styles at once: of tables, paragraphs and characters."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.readers.docx.names import Element, value
from pipeline.readers.docx.styles import Style, Toggles


@dataclass(frozen=True, slots=True)
class TableLook:
    """The emphasis that a table style gives, as far as the table asks for it."""

    whole: Toggles
    first_row: Toggles
    first_column: Toggles

    @classmethod
    def of(cls, look: Element | None, style: Style) -> TableLook:
        """What `w:tblLook` switches on; both where it is absent, as Word does."""
        flags = _number_from_hex(value(look)) if look is not None else 0x00A0
        row = _is_flag(look, "firstRow", flags, 0x0020)
        column = _is_flag(look, "firstColumn", flags, 0x0080)
        return cls(
            style.toggles,
            style.first_row if row else Toggles(),
            style.first_column if column else Toggles(),
        )

    def toggles(self, row: int, column: int) -> Toggles:
        """The emphasis of a cell."""
        found = self.first_row if row == 0 else Toggles()
        return found.over(self.first_column if column == 0 else Toggles()).over(self.whole)


def _number_from_hex(text: str | None) -> int:
    """The flags of a table's look."""
    try:
        return int(text or "0", 16)
    except ValueError:
        return 0


def _is_flag(look: Element | None, attribute: str, flags: int, bit: int) -> bool:
    """A flag of a table's look, written by name or as a bit."""
    by_name = value(look, attribute)
    return by_name in ("1", "true", "on") if by_name is not None else bool(flags & bit)


def toggled(character: Toggles, below: Toggles) -> Toggles:
    """Bold in a character style on bold text is no bold: styles toggle."""

    def one(upper: bool | None, lower: bool | None) -> bool | None:
        return upper != lower if upper is not None and lower is not None else upper or lower

    return Toggles(
        one(character.bold, below.bold),
        one(character.italic, below.italic),
        below.hidden if character.hidden is None else character.hidden,
        one(character.struck, below.struck),
        below.raised if character.raised is None else character.raised,
    )


def either(first: Toggles, second: Toggles) -> Toggles:
    """What one of the two sets: the defaults of a document are not toggled off."""
    return Toggles(
        first.bold or second.bold,
        first.italic or second.italic,
        first.hidden or second.hidden,
        first.struck or second.struck,
        first.raised or second.raised,
    )

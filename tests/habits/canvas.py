"""What a page shows, as a list of the tokens of its content.

Places are measured from the upper left corner, in points, downwards; text stands on its baseline.
Tokens are kept apart so that a content can be cut wherever a producer might cut it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.habits.fonts import Code, Face, shown

Colour = tuple[float, float, float]
BLACK: Colour = (0, 0, 0)
WHITE: Colour = (1, 1, 1)


class Canvas:
    """One page; `fonts` is shared by the pages of a file: face to name and codes that were used."""

    def __init__(self, width: float, height: float, fonts: dict[Face, dict[int, str]]) -> None:
        self.width = width
        self.height = height
        self.tokens: list[str] = []
        self.objects: dict[str, int] = {}
        self._fonts = fonts
        self._places = list(fonts)

    def put(self, *tokens: str | float) -> None:
        """Operands and an operator."""
        self.tokens += [t if isinstance(t, str) else _number(t) for t in tokens]

    def font_name(self, face: Face) -> str:
        """The name of a face among the page's resources."""
        self._fonts.setdefault(face, {})
        return f"/F{list(self._fonts).index(face)}"

    def codes(self, face: Face, text: str) -> list[Code]:
        """The codes of a text, noted as used."""
        codes = face.codes(text)
        used = self._fonts.setdefault(face, {})
        for code in codes:
            used[code.number] = code.text
        return codes

    @contextmanager
    def kept(self) -> Iterator[None]:
        """What is set inside holds inside."""
        self.put("q")
        yield
        self.put("Q")

    @contextmanager
    def marked(self, tag: str, number: int | None = None) -> Iterator[None]:
        """Content with a tag, and its number in the page's tags."""
        if number is None:
            self.put(f"/{tag}", "BMC")
        else:
            self.put(f"/{tag}", "<<", "/MCID", str(number), ">>", "BDC")
        yield
        self.put("EMC")

    def fill(self, colour: Colour) -> None:
        self.put(*colour, "rg")

    def text(self, x: float, y: float, face: Face, size: float, text: str,
             colour: Colour = BLACK) -> None:  # fmt: skip
        """A text in one string."""
        self.string(x, y, face, size, self.codes(face, text), colour)

    def string(self, x: float, y: float, face: Face, size: float, codes: list[Code],
               colour: Colour = BLACK, settings: tuple[str | float, ...] = (),
               turn: tuple[float, float] = (1, 0)) -> None:  # fmt: skip
        """Codes in one string; `settings` come before it, `turn` is (cosine, sine)."""
        cosine, sine = turn
        self.put("BT", self.font_name(face), size, "Tf", *colour, "rg", *settings)
        self.put(cosine, sine, -sine, cosine, x, self.height - y, "Tm")
        self.put(shown(face, codes), "Tj", "ET")

    def box(self, x: float, top: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle."""
        self.put(*colour, "rg", x, self.height - top - height, width, height, "re", "f")

    def frame(self, x: float, top: float, width: float, height: float, thick: float = 0.5,
              colour: Colour = BLACK) -> None:  # fmt: skip
        """The outline of a rectangle."""
        self.put(*colour, "RG", thick, "w", x, self.height - top - height, width, height, "re", "S")

    def rule(self, x: float, y: float, to_x: float, to_y: float, thick: float = 0.5,
             colour: Colour = BLACK) -> None:  # fmt: skip
        """A straight line."""
        self.put(*colour, "RG", thick, "w", x, self.height - y, "m", to_x, self.height - to_y)
        self.put("l", "S")

    def clip(self, x: float, top: float, width: float, height: float) -> None:
        """Nothing outside a rectangle shows from here on (inside `kept`)."""
        self.put(x, self.height - top - height, width, height, "re", "W", "n")

    def content(self) -> bytes:
        """All tokens in one stream."""
        return " ".join(self.tokens).encode("latin-1")


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"

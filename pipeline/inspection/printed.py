"""What a PDF shows of a value: the marks it is printed with, and the lines these make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.document.reasons import Reason
from pipeline.document.text import BOLD, ITALIC
from pipeline.inspection.links import LineLink, MarkLink
from pipeline.inspection.stages import by_origin, ends_of, placed_lines

if TYPE_CHECKING:
    from pipeline.readers.pdf.lines import Line
    from pipeline.readers.pdf.marks import Run
    from pipeline.readers.pdf.stages import Stages


@dataclass(frozen=True, slots=True)
class Printed:
    """What the reader of PDFs came by; nothing for other documents."""

    stages: Stages | None = None
    _lines: Mapping[int, Line] = field(default_factory=dict)

    @classmethod
    def of(cls, stages: Stages | None) -> Printed:
        """What there is to look up."""
        return cls() if stages is None else cls(stages, by_origin(stages))

    def marks(self, own: Sequence[int]) -> Iterator[MarkLink]:
        """How the glyphs with these origins are set."""
        if self.stages is None:
            return
        groups: dict[tuple[int, float, str], list[int]] = {}
        for page in self.stages.pages:
            for run in page.runs:
                count = sum(run.start <= origin < run.end for origin in own)
                if count:
                    key = (page.number, round(run.size, 1), _emphasis(run))
                    groups.setdefault(key, []).append(count)
        for (number, size, emphasis), counts in groups.items():
            yield MarkLink(number, size, emphasis, sum(counts), len(counts))

    def lines(self, own: Sequence[int]) -> Iterator[LineLink]:
        """The lines in which these stand."""
        if self.stages is None:
            return
        wanted = {id(self._lines[origin]) for origin in own if origin in self._lines}
        for line, home in placed_lines(self.stages):
            if id(line) in wanted:
                yield LineLink(
                    page=line.page,
                    x0=round(line.x0, 1),
                    x1=round(line.x1, 1),
                    baseline=round(line.baseline, 1),
                    size=round(line.size, 1),
                    home=home,
                    text=line.chars,
                )

    def ends(self, seam: Reason) -> tuple[str, ...]:
        """The end and the beginning of the lines that a seam lies between."""
        return ends_of(seam, self._lines) if self._lines else ()


def _emphasis(run: Run) -> str:
    named = ((BOLD, "bold"), (ITALIC, "italic"))
    return " ".join(name for style, name in named if run.style & style)

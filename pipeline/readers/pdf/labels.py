"""Labels that stand left of their contents: which lines are one label, and how they stand to these.

What a label and the contents beside it show is judged in `pipeline.document.seams`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.core.signs import HYPHENS
from pipeline.document.reasons import Verdict
from pipeline.document.seams import UNSEEN, Seam, label_goes_on
from pipeline.readers.pdf.line_parts import SAME_DISTANCE
from pipeline.readers.pdf.lines import Line, is_wrapped
from pipeline.readers.pdf.markers import has_marker
from pipeline.readers.pdf.settings import Ems, Points, Share

# Lines of one label stand no further apart than this; those that surely go on, than that.
LABEL_LEADING: Ems = 1.5
_WIDE_LEADING: Ems = 2.0
# Baselines that differ by less are one: a label in another font or with a raised sign.
_ONE_BASELINE: Ems = 0.3
# Browsers round the distance of lines to three quarters of a point.
_ROUNDED: Points = 0.9
# A wrapped line fills so much of its column at least.
_FULL: Share = 0.7

# After these no label ends; `Ontwikkeld door`, `Geldig tot` and `Bestemd voor` are whole.
_OPEN_WORDS = frozenset("en of van de het een".split())
_IN_BRACKETS = re.compile(r"\(.*\)\s*:?")
_OPEN_SIGNS = ("/", "&", ",", *HYPHENS)


@dataclass(frozen=True, slots=True)
class Labels:
    """A column of labels and the contents right of it.

    `levels` are the heights of level lines between them, `right` is where full lines of contents
    end, `leading` how far lines of a paragraph stand apart, in letters (0: nothing shows it);
    `rows_apart` tells that rows stand further apart than that in the document.
    """

    labels: Sequence[Line]
    contents: Sequence[Line]
    levels: Sequence[float] = ()
    right: float = 0.0
    leading: float = 0.0
    rows_apart: bool = False

    def verdicts(self) -> list[Verdict]:
        """Whether each line but the first goes on with the label above it."""
        return [self._goes_on(*pair) for pair in pairwise(self.labels)]

    def groups(self, verdicts: Sequence[Verdict]) -> list[list[Line]]:
        """The lines of each label, by these verdicts."""
        found = [[label] for label in self.labels[:1]]
        for label, goes_on in zip(self.labels[1:], verdicts, strict=True):
            if goes_on:
                found[-1].append(label)
            else:
                found.append([label])
        return found

    def _goes_on(self, before: Line, label: Line) -> Verdict:
        """Whether a line goes on with the label above it."""
        beside = self._level_with(label)
        return goes_on_in_label(
            before,
            label,
            leading=self.leading,
            ruled=any(before.top < at < label.bottom for at in self.levels),
            beside=bool(beside) and not (self.rows_apart and self._is_next(before, label)),
            inside=any(map(self._is_inside, beside)),
        )

    def begins_anew(self) -> list[bool]:
        """Of each label beside contents whose form would open one, whether it stands apart."""
        return [
            not self._is_next(before, label)
            for before, label in pairwise(self.labels)
            if is_named(label) and self._level_with(label)
        ]

    def _is_next(self, before: Line, label: Line) -> bool:
        """Whether a line stands as far below another one as the next line of a paragraph does."""
        distance = label.baseline - before.baseline
        return distance <= self.leading * label.size + SAME_DISTANCE

    def begins_lower(self, group: Sequence[Line]) -> bool:
        """Whether a label stands between lines of contents, or beside a sentence that goes on."""
        level = self._level_with(group[0])
        return any(map(self._is_inside, level)) if level else self.has_beside(group)

    def has_beside(self, group: Sequence[Line]) -> bool:
        """Whether contents stand beside a label, at its first line or around its middle."""
        return any(
            line.top < group[-1].bottom and line.bottom > group[0].top for line in self.contents
        )

    def share_level(self, groups: Sequence[Sequence[Line]]) -> float:
        """The share of labels that stand beside a line of contents, on one baseline."""
        return sum(bool(self._level_with(group[0])) for group in groups) / len(groups)

    def _level_with(self, label: Line) -> list[int]:
        """The contents on the baseline of a label."""
        return [
            n
            for n, line in enumerate(self.contents)
            if abs(line.baseline - label.baseline) < _ONE_BASELINE * line.size
        ]

    def _is_inside(self, n: int) -> bool:
        """Whether a line of contents surely goes on with the sentence of the one above it."""
        if not n or not is_wrapped(self.contents[n - 1], self.contents[n]):
            return False
        above = self.contents[n - 1]
        distance = self.contents[n].baseline - above.baseline
        if self.rows_apart and distance > self.leading * above.size + _ROUNDED:
            return False
        return above.x1 - above.x0 > _FULL * (self.right - above.x0)


def is_named(label: Line) -> bool:
    """Whether a line may open a label: one of several lines goes on in lower case, or `(NLQF):`."""
    return label.chars.lstrip("(")[:1].isupper() and not _IN_BRACKETS.fullmatch(label.chars)


def goes_on_in_label(
    before: Line,
    label: Line,
    leading: float = 0.0,
    *,
    ruled: bool = False,
    beside: bool = False,
    inside: bool = False,
    framed: bool = False,
) -> Verdict:
    """Whether a line goes on with the label above it.

    `framed` tells that one cell is drawn around both: what surely goes on may stand anywhere in it.
    """
    distance = label.baseline - before.baseline
    usual = max(LABEL_LEADING, leading + SAME_DISTANCE / label.size)
    is_open = before.chars.split()[-1].lower() in _OPEN_WORDS
    seam = Seam(
        ruled=ruled,
        ended=before.chars.endswith(":"),
        open=is_open or before.chars.endswith(_OPEN_SIGNS),
        lower=not (is_named(label) or has_marker(label.chars)),
        inside=inside,
        beside=beside,
        apart=UNSEEN if framed else distance - _WIDE_LEADING * label.size,
        spaced=distance - usual * label.size,
    )
    return label_goes_on(seam)

"""Where the title of a source document ends, in its year, and what may open one besides words."""

from __future__ import annotations

import re
from typing import Literal

from pipeline.core import signs
from pipeline.core.months import is_month
from pipeline.interpret.flattened.text import IMPOSSIBLE, FlatText
from pipeline.interpret.flattened.words import Word

_YEAR = re.compile(
    rf"^[{signs.DASHES_AND_HYPHENS}]?[(\[]?(?:19|20)\d\d"
    rf"(?:[/{signs.DASHES_AND_HYPHENS}](?:(?:19|20)\d\d|\d\d))?[)\]]?[.;]?$"
)
_SITE = re.compile(r"^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}[,:]?$")


def is_site(word: Word) -> bool:
    """Whether a word is the address of a web site, which starts a title in lower case."""
    return _SITE.match(word.written) is not None


def source_end_score(flat: FlatText, index: int) -> float:
    """A source ends in its year: `Titel, Uitgever - 2024`, `Titel (2023)`, `Titel 2021`.

    A year after a dash or in brackets closes a source. A bare year may belong to the title
    (`Arbeidsmarkt 2030 Stichting X - 2024`), so it counts only in a list without the other signs.
    """
    style = _year_style(flat.words, index - 1)
    if style == "marked":
        return 5.0
    if style == "bare" and flat.years_are_bare:
        return 3.0
    return IMPOSSIBLE


def _year_style(words: tuple[Word, ...], index: int) -> Literal["marked", "bare", "none"]:
    """How a year closes a source at the word at `index`, if it does."""
    written = words[index].written
    if not _YEAR.match(written):
        return "none"
    if written[0] in signs.DASHES_AND_HYPHENS + "([" or written.rstrip(".;")[-1] in ")]":
        return "marked"
    before = index - 1
    while before > 0 and (is_month(words[before].written) or words[before].written.isdigit()):
        before -= 1
    return (
        "marked"
        if before >= 0 and words[before].written in set(signs.DASHES_AND_HYPHENS)
        else "bare"
    )


def all_years_bare(words: tuple[Word, ...]) -> bool:
    """Whether the list writes its years bare throughout, and ends in one."""
    styles = [_year_style(words, index) for index in range(len(words))]
    return "marked" not in styles and styles[-1] == "bare"

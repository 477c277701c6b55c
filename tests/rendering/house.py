"""How a printed document is dressed: paper, type, borders, bullets, and what runs along."""

from __future__ import annotations

from dataclasses import dataclass

A4, A5, LETTER = (595.0, 842.0), (420.0, 595.0), (612.0, 792.0)


@dataclass(frozen=True, slots=True)
class House:
    """A house style. Measures are points; `leading` is a share of the size.

    `borders`: full, boxes (thin filled rectangles, as Word draws), cells (each drawn by itself),
    dashed, double, levels (no upright lines), shaded (no lines at all), none.
    `bullet` is a sign, or `drawn` for a dot without text. `label_share` is the width of the
    label column as a share of the page's text.
    """

    name: str
    paper: tuple[float, float] = A4
    margin: float = 60.0
    family: str = "sans"
    size: float = 10.5
    leading: float = 1.25
    label_share: float = 0.25
    padding: float = 4.0
    paragraph_gap: float = 5.0
    borders: str = "full"
    bullet: str = "•"
    justified: bool = False
    hyphenated: bool = False
    footer: str = ""
    cover: bool = False
    tracked: bool = False
    controls: bool = False
    split_runs: bool = False
    typed_lists: bool = False


HOUSES: tuple[House, ...] = (
    House("plain"),
    House("word", borders="boxes", family="serif", size=11, footer="Profiel Pagina {n}/{total}"),
    House("narrow", A5, 36, "sans", 9.5, 1.3, 0.22, 3, 4, "cells", "–", footer="{n}"),
    House("wide", (A4[1], A4[0]), 50, "serif", 10, 1.4, 0.3, 6, 7, "double", justified=True),
    House("dashed", LETTER, borders="dashed", bullet="drawn", footer="Blz. {n} van {total}"),
    House("levels", family="serif", borders="levels", bullet="▪", cover=True),
    House("shaded", borders="shaded", paragraph_gap=6, hyphenated=True),
    House("airy", margin=80, leading=1.5, padding=7, paragraph_gap=9, borders="none"),
)

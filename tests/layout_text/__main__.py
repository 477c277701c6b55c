"""The text of printed profiles with its layout kept by blanks, converted and compared.

    python -m tests.layout_text [--makers typst,pdf-fop] [--tools pdftotext] [--drawn N] [--seed S]
        [--keep FOLDER] [--kept FOLDER] [--least PERCENT] [--shown N] [--jobs N]

A line for each text with the share of its leaves that are exact, then the sums by maker and tool.
A text in whose PDF a page end hides a part of the content is left out. `--keep` leaves the texts in
a folder, `--kept` reads them from one in place of printing. Exit code 1: fewer leaves exact than
--least; 2: a program is missing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from tests.layout_text.printing import ROLES, TASKS, missing
from tests.layout_text.reading import Outcome, keep, outcome, texts_in
from tests.layout_text.tools import TOOLS

_SHOWN = 150  # characters of a value


def main(arguments: list[str]) -> int:
    """Print, write the texts, convert them and print the report."""
    options = _options().parse_args(arguments)
    makers = options.makers.split(",") if options.makers else [*ROLES, *TASKS]
    tools = options.tools.split(",") if options.tools else list(TOOLS)
    absent = {tool: why for tool in tools if (why := TOOLS[tool].missing())}
    if not options.kept:
        absent.update({maker: why for maker in makers if (why := missing(maker))})
    for name, why in absent.items():
        print(f"{name} is left out: {why}", file=sys.stderr)
    with (
        tempfile.TemporaryDirectory() as name,
        ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool,
    ):
        folder = Path(options.kept or options.keep or name)
        if not options.kept:
            folder.mkdir(parents=True, exist_ok=True)
            present = [tool for tool in tools if tool not in absent]
            work = partial(
                keep, drawn=options.drawn, seed=options.seed, tools=present, folder=folder
            )
            list(pool.map(work, [maker for maker in makers if maker not in absent]))
        texts = [path for path in texts_in(folder) if _is_wanted(path, makers, tools)]
        outcomes = list(pool.map(outcome, texts, chunksize=4))
    print("\n".join(report(outcomes, options.shown)))
    if absent:
        return 2
    return int(_share(outcomes) < options.least)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.layout_text")
    parser.add_argument("--makers", default="", help=f"of {', '.join([*ROLES, *TASKS])}")
    parser.add_argument("--tools", default="", help=f"of {', '.join(TOOLS)}")
    parser.add_argument("--drawn", type=int, default=6, help="drawn looks of a maker")
    parser.add_argument("--seed", type=int, default=1, help="of what is drawn")
    parser.add_argument("--keep", default="", help="folder for the texts and their contents")
    parser.add_argument("--kept", default="", help="folder with texts that were kept")
    parser.add_argument("--least", type=float, default=0.0, help="percent of leaves to ask for")
    parser.add_argument("--shown", type=int, default=1, help="differences of a text to print")
    parser.add_argument("--jobs", type=int, default=2)
    return parser


def _is_wanted(path: Path, makers: list[str], tools: list[str]) -> bool:
    maker, tool, _ = path.name.split("+", 2)
    return maker in makers and tool in tools


def report(outcomes: list[Outcome], shown: int) -> Iterator[str]:
    """A line and the first differences of each text; the sums."""
    for one in outcomes:
        told = " (told)" if one.loud else ""
        yield f"{_percent([one])}  {one.tool} {one.name}{told} {one.error}"
        for difference in one.differing[:shown]:
            yield f"        {difference.pointer}"
            yield f"            wanted {difference.wanted!r:.{_SHOWN}}"
            yield f"            found  {difference.found!r:.{_SHOWN}}"
    yield ""
    yield from _sums(outcomes, lambda one: one.maker)
    yield from _sums(outcomes, lambda one: one.tool)
    yield from _sums(outcomes, lambda _: "all")


def _sums(outcomes: list[Outcome], key: Callable[[Outcome], str]) -> Iterator[str]:
    for name in dict.fromkeys(map(key, outcomes)):
        found = [one for one in outcomes if key(one) == name]
        whole = sum(one.exact == one.leaves for one in found)
        silent = sum(one.exact < one.leaves and not one.loud for one in found)
        yield (
            f"{name:24} {_percent(found)} of {sum(one.leaves for one in found)} leaves; "
            f"{whole} of {len(found)} texts exact, {silent} others silent"
        )


def _percent(found: Iterable[Outcome]) -> str:
    return f"{_share(found):5.1f} %"


def _share(found: Iterable[Outcome]) -> float:
    exact, leaves = 0, 0
    for one in found:
        exact, leaves = exact + one.exact, leaves + one.leaves
    return 100 * exact / leaves if leaves else 100.0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

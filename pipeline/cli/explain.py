"""`bcp explain`: what a finding means and what to do."""

from __future__ import annotations

import argparse
import re

from pipeline.cli.arguments import Commands
from pipeline.cli.exits import CLEAN
from pipeline.core.catalogue import CATALOGUE
from pipeline.core.errors import UsageError

# As people write a code: `BCP301`, `bcp301`, `BCP-301`, `301`.
_CODE = re.compile(r"(?:bcp)?[ _-]?(\d{3})", re.IGNORECASE)
# So many codes are named in the place of one that does not exist.
_NEAR = 3


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser("explain", help="say what a finding means and what to do")
    parser.add_argument("code", metavar="CODE", nargs="?", help="for instance BCP301; all without")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the entry of a code, or all."""
    for code in CATALOGUE if options.code is None else [_known(options.code)]:
        entry = CATALOGUE[code]
        print(f"{code} ({entry.severity}): {entry.title}")
        print(f"    {entry.remedy}")
    return CLEAN


def _known(written: str) -> str:
    """The code that is meant. Raises UsageError where there is none."""
    found = _CODE.fullmatch(written.strip())
    if found is None:
        raise UsageError(
            f"{written!r} is no code of a finding; expected one such as BCP301 or 301; "
            "`bcp explain` lists them all"
        )
    code = f"BCP{found[1]}"
    if code not in CATALOGUE:
        near = ", ".join(_near(int(found[1])))
        raise UsageError(
            f"there is no finding {code}; near it are {near}; `bcp explain` lists them all"
        )
    return code


def _near(number: int) -> list[str]:
    """The codes of the same hundred (of all, if it has none) that are nearest, in their order."""
    numbers = [int(code.removeprefix("BCP")) for code in CATALOGUE]
    alike = [known for known in numbers if known // 100 == number // 100] or numbers
    nearest = sorted(alike, key=lambda known: (abs(known - number), known))[:_NEAR]
    return [f"BCP{known}" for known in sorted(nearest)]

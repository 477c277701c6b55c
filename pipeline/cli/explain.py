"""`bcp explain`: what a finding means and what to do."""

from __future__ import annotations

import argparse

from pipeline.cli.arguments import Commands
from pipeline.cli.exits import CLEAN
from pipeline.core.catalogue import CATALOGUE
from pipeline.core.errors import UsageError


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser("explain", help="say what a finding means and what to do")
    parser.add_argument("code", metavar="CODE", nargs="?", help="for instance BCP301; all without")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the entry of a code, or all."""
    code = (options.code or "").upper()
    if code and code not in CATALOGUE:
        raise UsageError(f"there is no finding {code}; `bcp explain` lists them all")
    for known in [code] if code else CATALOGUE:
        entry = CATALOGUE[known]
        print(f"{known} ({entry.severity}): {entry.title}")
        print(f"    {entry.remedy}")
    return CLEAN

"""`bcp inspect`: what was seen in a file, as lines or drawn over a page."""

from __future__ import annotations

import argparse
from pathlib import Path

from pipeline.cli.arguments import Commands
from pipeline.cli.exits import CLEAN
from pipeline.core.errors import UsageError


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser("inspect", help="show what was seen in a file, and where")
    parser.add_argument("paths", nargs=1, type=Path, metavar="PATH")
    parser.add_argument(
        "--image", type=Path, metavar="PNG", help="draw a page of a PDF, with what was seen on it"
    )
    parser.add_argument("--page", type=int, default=1, metavar="N", help="the page to draw")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what was seen, or draw it."""
    from pipeline.inspection import inspection_lines, page_image

    path = options.paths[0]
    if not path.is_file():
        what = "is a folder" if path.is_dir() else "does not exist"
        raise UsageError(f"{path} {what}; name one document to inspect")
    if options.image is not None:
        try:
            page_image(options.paths[0], options.page, options.image)
        except ValueError as error:
            raise UsageError(str(error)) from error
        return CLEAN
    for line in inspection_lines(options.paths[0]):
        print(line)
    return CLEAN

"""`bcp inspect`: what was seen in a file, as lines or drawn over a page.

It is looked at in a process of its own: whatever the file does, the command says it in a line.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.arguments import (
    Commands,
    add_layouts,
    add_limits,
    families_of,
    limits_of,
    path_of,
    positive,
)
from pipeline.cli.exits import CLEAN, FINDINGS
from pipeline.cli.printing import print_findings
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import UsageError

if TYPE_CHECKING:
    from pipeline.families import Family
    from pipeline.isolation.limits import Limits

# How a picture begins; what begins otherwise is the reason why there is none.
_PNG = b"\x89PNG"


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser("inspect", help="show what was seen in a file, and where")
    parser.add_argument("path", type=path_of, metavar="PATH")
    parser.add_argument(
        "--image",
        type=path_of,
        metavar="PNG",
        help="draw a page of a PDF, with what was seen on it",
    )
    parser.add_argument(
        "--page", type=positive, metavar="N", help="the page to draw; default: the first"
    )
    add_layouts(parser)
    add_limits(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what was seen, or draw it."""
    path: Path = options.path
    _check(path, options.image, options.page)
    families = families_of(options)
    work = partial(_lines, families)
    if options.image is not None:
        work = partial(_picture, families, options.page or 1)
    found = _looked_at(path, work, limits_of(options))
    if isinstance(found, Diagnostic):
        print_findings(str(path), [found], verbose=True)
        return FINDINGS
    if options.image is None:
        sys.stdout.write(found.decode())
    else:
        _write(found, options.image)
    return CLEAN


def _check(path: Path, image: Path | None, page: int | None) -> None:
    """Raises UsageError where the arguments do not fit what is on the disk or each other."""
    if not path.is_file():
        what = "is a folder" if path.is_dir() else "does not exist"
        raise UsageError(f"{path} {what}; name one document to inspect")
    if image is None and page is not None:
        raise UsageError("--page draws a page; name the file for the picture with --image")
    if image is not None and image.is_dir():
        raise UsageError(f"{image} is a folder; name the PNG file to write with --image")
    if image is not None and not image.absolute().parent.is_dir():
        raise UsageError(f"there is no folder {image.parent}; make it, or name another --image")


def _looked_at(path: Path, work: Callable[[Path], bytes], limits: Limits) -> bytes | Diagnostic:
    """What the work gives, done in a process of its own, or why it gives nothing."""
    from pipeline.isolation.each import in_processes

    ((_, found),) = in_processes([path], work, 1, limits)
    return found


def _lines(families: tuple[Family, ...] | None, path: Path) -> bytes:
    from pipeline.inspection import inspection_lines

    return "".join(f"{line}\n" for line in inspection_lines(path, families)).encode(
        errors="replace"
    )


def _picture(families: tuple[Family, ...] | None, page: int, path: Path) -> bytes:
    """The picture, or what is wrong with the arguments."""
    from pipeline.inspection import page_image

    try:
        return page_image(path, page, families)
    except ValueError as error:
        return str(error).encode(errors="replace")


def _write(found: bytes, image: Path) -> None:
    """Write the picture. Raises UsageError where none was found."""
    from pipeline.batch import write_files

    if not found.startswith(_PNG):
        raise UsageError(found.decode())
    write_files([(image.name, found)], image.absolute().parent)

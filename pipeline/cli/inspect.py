"""`bcp inspect`: what was seen in a file, or one stage of its reading, as lines or as a picture.

It is looked at in a process of its own: whatever the file does, the command says it in a line.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.arguments import (
    Commands,
    add_layouts,
    add_limits,
    document_of,
    families_of,
    limits_of,
    looked_at,
    path_of,
    positive,
)
from pipeline.cli.exits import CLEAN, FINDINGS
from pipeline.cli.printing import print_findings
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import UsageError

if TYPE_CHECKING:
    from pipeline.families import Family

# How a picture begins, and lines that were seen; what begins otherwise is what was wrong.
_PNG = b"\x89PNG"
_SHOWN = b"\n"
_STAGES = ("lines", "tables", "seams")
_WITHOUT = ("tags",)


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
        "--stage",
        choices=_STAGES,
        help="print one stage of the reading of a PDF: its lines, its tables with what they were "
        "read by, or its seams, where lines were joined or parted",
    )
    parser.add_argument(
        "--page",
        type=positive,
        metavar="N",
        help="the page to draw, by default the first, or the only one to print a stage of",
    )
    parser.add_argument(
        "--without", choices=_WITHOUT, help="draw or print what is read without the tags"
    )
    add_layouts(parser)
    add_limits(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what was seen, or draw it."""
    path = document_of(options, "inspect")
    _check(options)
    found = looked_at(path, _work(options), limits_of(options))
    if isinstance(found, Diagnostic):
        print_findings(str(path), [found], verbose=True)
        return FINDINGS
    if options.image is not None:
        _write(found, options.image)
    else:
        sys.stdout.write(_printed(found))
    return CLEAN


def _work(options: argparse.Namespace) -> Callable[[Path], bytes]:
    """What is done with the document."""
    without_tags = options.without is not None
    if options.stage is not None:
        return partial(_stage, options.stage, options.page, without_tags)
    families = families_of(options)
    if options.image is not None:
        return partial(_picture, families, options.page or 1, without_tags)
    return partial(_lines, families)


def _check(options: argparse.Namespace) -> None:
    """Raises UsageError where the arguments do not fit what is on the disk or each other."""
    image = options.image
    if image is not None and options.stage is not None:
        raise UsageError("--stage prints and --image draws; give one of them")
    if image is None and options.stage is None:
        for name in ("page", "without"):
            if getattr(options, name) is not None:
                raise UsageError(
                    f"--{name} is about pages of a PDF; name the file for the picture with "
                    "--image, or what to print with --stage"
                )
    if image is not None and image.is_dir():
        raise UsageError(f"{image} is a folder; name the PNG file to write with --image")
    if image is not None and not image.absolute().parent.is_dir():
        raise UsageError(f"there is no folder {image.parent}; make it, or name another --image")


def _lines(families: tuple[Family, ...] | None, path: Path) -> bytes:
    from pipeline.inspection import inspection_lines

    return _SHOWN + _encoded(inspection_lines(path, families))


def _stage(stage: str, page: int | None, without_tags: bool, path: Path) -> bytes:
    """The lines of a stage, or what is wrong with the arguments."""
    from pipeline.inspection.stages import stage_lines

    try:
        return _SHOWN + _encoded(stage_lines(path, stage, page, without_tags=without_tags))
    except ValueError as error:
        return str(error).encode(errors="replace")


def _encoded(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode(errors="replace")


def _picture(
    families: tuple[Family, ...] | None, page: int, without_tags: bool, path: Path
) -> bytes:
    """The picture, or what is wrong with the arguments."""
    from pipeline.inspection import page_image

    try:
        return page_image(path, page, families, without_tags=without_tags)
    except ValueError as error:
        return str(error).encode(errors="replace")


def _printed(found: bytes) -> str:
    """What is to be printed. Raises UsageError where it is what is wrong with the arguments."""
    if not found.startswith(_SHOWN):
        raise UsageError(found.decode())
    return found.removeprefix(_SHOWN).decode()


def _write(found: bytes, image: Path) -> None:
    """Write the picture. Raises UsageError where none was found."""
    from pipeline.batch import write_files

    if not found.startswith(_PNG):
        raise UsageError(found.decode())
    write_files([(image.name, found)], image.absolute().parent)

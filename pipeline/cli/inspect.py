"""`bcp inspect`: what was seen in a file, as lines or drawn over a page."""

from __future__ import annotations

import argparse
from pathlib import Path

from pipeline.cli.arguments import Commands, path_of, positive
from pipeline.cli.exits import CLEAN, FINDINGS
from pipeline.cli.printing import print_findings
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import DocumentError, OutputError, UsageError


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
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what was seen, or draw it."""
    path: Path = options.path
    _check(path, options.image, options.page)
    try:
        if options.image is not None:
            _draw(path, options.page or 1, options.image)
        else:
            _print(path)
    except DocumentError as error:
        return _refused(path, Diagnostic(error.code, error.message))
    except (UsageError, OutputError, BrokenPipeError):
        raise
    except Exception as error:  # what a damaged file does to a library; a batch says it likewise
        from pipeline.isolation.faults import internal_error

        return _refused(path, Diagnostic("BCP901", internal_error(error)))
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


def _print(path: Path) -> None:
    from pipeline.inspection import inspection_lines

    for line in inspection_lines(path):
        print(line)


def _draw(path: Path, page: int, image: Path) -> None:
    from pipeline.batch import write_files
    from pipeline.inspection import page_image

    try:
        data = page_image(path, page)
    except ValueError as error:
        raise UsageError(str(error)) from error
    write_files([(image.name, data)], image.absolute().parent)


def _refused(path: Path, finding: Diagnostic) -> int:
    print_findings(str(path), [finding], verbose=True)
    return FINDINGS

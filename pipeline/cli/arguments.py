"""What the commands take: the types of arguments, and the options that several of them share."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from pipeline.core.errors import UsageError
from pipeline.core.text import one_line

if TYPE_CHECKING:
    from pipeline.batch import Means
    from pipeline.core.diagnostics import Diagnostic
    from pipeline.families import Family
    from pipeline.isolation.limits import Limits


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, whatever was typed."""

    def error(self, message: str) -> NoReturn:
        """Tell it, and leave."""
        super().error(one_line(message))


# What makes the parsers of the commands.
Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


# More than the system counts in one go: seconds of an alarm, megabytes as bytes.
_MOST = 1_000_000_000
_URI = re.compile(r"[a-z][a-z0-9+.-]*:(?!//(?:[/?#:]|$))[^\s<>\"{}|\\^`]+[/#:=]")
_ADDRESS = re.compile(r"(?:[a-z]+://)?[^\s/]+:\d+/?|inproc://\S+")


def positive(written: str) -> int:
    """A whole number of 1 or more."""
    digits = written.strip()
    if not digits.isdecimal() or not digits.strip("0"):
        raise _expected("a whole number of 1 or more", written)
    # Not by its value alone: Python refuses to read a number of very many digits.
    if len(digits.lstrip("0")) > len(str(_MOST)) or int(digits) > _MOST:
        raise _expected(f"a whole number of at most {_MOST}", written)
    return int(digits)


def path_of(written: str) -> Path:
    """The path of a file or folder; an empty one is a variable that was not set."""
    if not written:
        raise _expected("the path of a file or folder", written)
    return Path(written)


def uri(written: str) -> str:
    """An absolute address to which identifiers can be appended."""
    if not _URI.fullmatch(written):
        what = "an absolute URI that ends with / # : or =, such as https://voorbeeld.nl/bcp/"
        raise _expected(what, written)
    return written


def address(written: str) -> str:
    """The address of a Dask scheduler."""
    if not _ADDRESS.fullmatch(written):
        raise _expected("the address of a scheduler, such as tcp://host:8786", written)
    return written


def _expected(what: str, written: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(f"expected {what}, not {written!r}")


def add_base_uri(parser: argparse.ArgumentParser) -> None:
    """The address under which identifiers are published."""
    parser.add_argument(
        "--base-uri",
        type=uri,
        metavar="URI",
        help="where you publish: identifiers are appended to it; default: urn:uuid:",
    )


def add_reporting(
    parser: argparse.ArgumentParser, formats: tuple[str, ...] = ("text", "json")
) -> None:
    """How findings are counted and printed."""
    parser.add_argument("--strict", action="store_true", help="count warnings as errors")
    parser.add_argument("--report-format", choices=formats, default="text")
    parser.add_argument("--verbose", "-v", action="store_true", help="print notes as well")


def add_layouts(parser: argparse.ArgumentParser) -> None:
    """By what else than its own families the program reads documents."""
    parser.add_argument(
        "--layout",
        action="append",
        type=path_of,
        metavar="FILE",
        help="a TOML file with a family of forms, or with labels for one that is there; may be "
        "given more than once",
    )


def families_of(options: argparse.Namespace) -> tuple[Family, ...] | None:
    """The families with those that the options add; None where they add nothing.

    Raises UsageError where a file is wrong: of what it says nothing may be lost in silence.
    """
    if not options.layout:
        return None
    from pipeline.families import FamilyError, load_families

    try:
        return load_families(options.layout)
    except FamilyError as error:
        raise UsageError(str(error)) from error


def add_jobs(parser: argparse._ActionsContainer) -> None:
    """How many processes work at a time."""
    parser.add_argument(
        "--jobs", type=positive, metavar="N", help="processes at a time; default: all cores"
    )


def add_limits(parser: argparse.ArgumentParser, memory: str = "1500") -> None:
    """How much one document may take."""
    parser.add_argument(
        "--timeout",
        type=positive,
        metavar="S",
        help="seconds of computing time for one document; default 300",
    )
    parser.add_argument(
        "--memory",
        type=positive,
        metavar="MB",
        help=f"megabytes for one document; default {memory}",
    )
    parser.add_argument(
        "--max-bytes", type=positive, metavar="N", help="of a file; default 100,000,000"
    )


def limits_of(options: argparse.Namespace, standard: Limits | None = None) -> Limits:
    """The limits that the options ask for; the others are the standard ones of the command."""
    from pipeline.isolation.limits import MEGABYTE, Limits

    whole = standard or Limits()
    if options.timeout:
        timed = Limits.within(options.timeout)
        whole = replace(whole, stall=timed.stall, total=timed.total, idle=timed.idle)
    return replace(
        whole,
        source_bytes=options.max_bytes or whole.source_bytes,
        memory=options.memory * MEGABYTE if options.memory else whole.memory,
    )


def document_of(options: argparse.Namespace, what_for: str) -> Path:
    """The one document that the command is about. Raises UsageError where there is none."""
    path: Path = options.path
    if not path.is_file():
        what = "is a folder" if path.is_dir() else "does not exist"
        raise UsageError(f"{path} {what}; name one document to {what_for}")
    return path


def looked_at(path: Path, work: Callable[[Path], bytes], limits: Limits) -> bytes | Diagnostic:
    """What the work gives, done in a process of its own, or why it gives nothing."""
    from pipeline.isolation.each import in_processes

    ((_, found),) = in_processes([path], work, 1, limits)
    return found


def means_of(options: argparse.Namespace, done: Callable[[str], None]) -> Means:
    """What the work is done with, as the options ask for it."""
    from pipeline.batch import Means, all_cores

    return Means(options.jobs or all_cores(), limits_of(options), done)

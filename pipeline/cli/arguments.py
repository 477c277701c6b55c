"""What the commands take: the types of arguments, and the options that several of them share."""

from __future__ import annotations

import argparse
import re
from typing import TypeAlias

# What makes the parsers of the commands.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def positive(written: str) -> int:
    """A whole number of 1 or more."""
    number = int(written)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def uri(written: str) -> str:
    """An absolute address to which identifiers can be appended."""
    if not re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+[/#:=]", written):
        raise argparse.ArgumentTypeError("must be absolute and end with / # : or =")
    return written


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

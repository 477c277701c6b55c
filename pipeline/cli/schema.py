"""`bcp schema`: the schemas of the results, printed or written."""

from __future__ import annotations

import argparse
import sys

from pipeline.cli.arguments import Commands, path_of
from pipeline.cli.exits import CLEAN
from pipeline.core.errors import UsageError


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser("schema", help="print or write the schemas of the results")
    parser.add_argument("name", nargs="?", metavar="NAME", help="print this one; without: list all")
    parser.add_argument(
        "--to", type=path_of, metavar="DIR", help="write those of all versions into a folder"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print one, list all, or write them."""
    from pipeline.contract.resources import SCHEMAS, all_schemas, schema_text

    if options.name and options.name not in SCHEMAS:
        raise UsageError(f"there is no schema {options.name!r}; there are {', '.join(SCHEMAS)}")
    if options.name:
        sys.stdout.write(schema_text(SCHEMAS[options.name]))
    elif options.to is None:
        for name, file in SCHEMAS.items():
            print(f"{name:8} {file}")
    if options.to is not None:
        from pipeline.batch import write_files

        chosen = [SCHEMAS[options.name]] if options.name else all_schemas()
        write_files(((file, schema_text(file).encode()) for file in chosen), options.to)
    return CLEAN

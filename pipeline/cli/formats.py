"""`bcp formats`: the readers, layouts and writers there are."""

from __future__ import annotations

import argparse

from pipeline.cli.arguments import Commands, add_layouts, families_of
from pipeline.cli.exits import CLEAN


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser("formats", help="list the readers, layouts and writers")
    add_layouts(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List them."""
    from pipeline.families import load_families
    from pipeline.readers import BINARY_READERS, READERS
    from pipeline.writers import EXTRA, WRITERS

    families = families_of(options) or load_families()
    print("Readers (chosen by content):")
    for name, description in [(r.name, r.description) for r in BINARY_READERS] + [
        (r.name, r.description) for r in READERS
    ]:
        print(f"  {name:12} {description}")
    print("Layouts (chosen by evidence):")
    for family in families:
        print(f"  {family.name:12} {family.title}, version {family.version}")
    print("Writers (--format):")
    for writer in WRITERS:
        print(f"  {writer.name:12} {writer.description}")
        print(f"  {'':12} keeps to: {writer.contract}")
        print(f"  {'':12} leaves out: {writer.drops or 'nothing'}")
        if not writer.is_available:
            print(f"  {'':12} needs {writer.needs}: pip install {EXTRA}")
    return CLEAN

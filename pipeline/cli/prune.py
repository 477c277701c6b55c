"""`bcp prune`: what earlier runs left in a folder of results, and its removal by name."""

from __future__ import annotations

import argparse

from pipeline.cli.arguments import Commands, path_of
from pipeline.cli.exits import CLEAN, FINDINGS
from pipeline.cli.printing import tell
from pipeline.core.text import one_line


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser(
        "prune", help="list what runs kept of earlier ones, and remove what is named"
    )
    parser.add_argument("folder", type=path_of, metavar="DIR", help="what `convert` wrote")
    parser.add_argument(
        "names",
        nargs="*",
        # Without it the parser says that a name is required.
        default=[],
        metavar="NAME",
        help="a profile, a format, a source, a path or a reason, as they are listed",
    )
    parser.add_argument("--force", action="store_true", help="remove also what was changed by hand")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List or remove; the exit code tells whether something stays that was named."""
    from pipeline import batch

    if not options.names:
        for kept in batch.kept_by_name(options.folder):
            source = f"  of {kept['file']}" if "file" in kept else ""
            print(one_line(f"{kept['why']:<11} {kept['path']}{source}"))
        return CLEAN
    pruned = batch.prune(options.folder, options.names, force=options.force)
    tell(f"removed {len(pruned.removed)} files")
    for known in pruned.edited:
        tell(f"{known.path}: changed by hand since it was written; --force removes it")
    return FINDINGS if pruned.edited else CLEAN

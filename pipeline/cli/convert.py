"""`bcp convert`: files and folders in, results in a folder."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.cli.arguments import (
    Commands,
    add_base_uri,
    add_jobs,
    add_layouts,
    add_limits,
    add_reporting,
    address,
    families_of,
    limits_of,
    path_of,
)
from pipeline.cli.exits import INTERRUPTED, fail
from pipeline.cli.printing import print_findings, print_summary, tell
from pipeline.cli.progress import Progress

if TYPE_CHECKING:
    from pipeline.batch import Executor, Finished
    from pipeline.families import Family
    from pipeline.writers.order import Order

DEFAULT_FORMATS = ("json", "csv", "xml")


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser("convert", help="convert files and folders")
    parser.add_argument("paths", nargs="+", type=path_of, metavar="PATH", help="files or folders")
    parser.add_argument("--output", type=path_of, required=True, metavar="DIR")
    parser.add_argument(
        "--format", action="append", metavar="NAME", help="default: json, csv and xml"
    )
    add_layouts(parser)
    add_base_uri(parser)
    _add_execution(parser)
    parser.add_argument(
        "--force",
        action="store_true",
        help="convert also what is unchanged since the last run, and write over what was changed "
        "by hand",
    )
    parser.add_argument(
        "--prune", action="store_true", help="remove the results of sources that are gone"
    )
    add_limits(parser)
    add_reporting(parser, ("text", "json", "junit", "github"))
    parser.set_defaults(run=run)


def _add_execution(parser: argparse.ArgumentParser) -> None:
    # How many work at a time is for the workers of a cluster to say.
    where = parser.add_mutually_exclusive_group()
    add_jobs(where)
    where.add_argument(
        "--cluster",
        type=address,
        metavar="ADDRESS",
        help="a Dask scheduler, for instance tcp://host:8786",
    )


def run(options: argparse.Namespace) -> int:
    """Convert what is named; the exit code tells whether errors were found."""
    from pipeline import batch

    # All other formats are made of the JSON, now or by `bcp export` later.
    order = _order(("json", *(options.format or DEFAULT_FORMATS)), options)
    families = families_of(options)
    sources = batch.sources_in(options.paths, options.output)
    executor = _executor(options, order, families)
    with batch.locked(options.output), Progress(len(sources.files)) as progress:
        run = batch.convert_all(
            sources,
            executor,
            order,
            options.output,
            force=options.force,
            prune=options.prune,
            families=families,
            done=lambda outcome: progress.step(outcome.path.name),
        )
    _print_run(run, options)
    if run.report.interrupted:
        return fail(
            f"interrupted; {len(run.outcomes)} of {len(sources.files)} documents were done and "
            f"are written; the same command{_without_force(options)} goes on with the others",
            INTERRUPTED,
        )
    return batch.exit_code(run.told, options.strict)


def _without_force(options: argparse.Namespace) -> str:
    """What a command must leave out in order to go on: by force it begins anew."""
    return " without --force" if options.force else ""


def _order(names: Sequence[str], options: argparse.Namespace) -> Order:
    from pipeline.writers.edition import Setting
    from pipeline.writers.order import order_of

    return order_of(names, Setting(options.base_uri or ""))


def _executor(
    options: argparse.Namespace, order: Order, families: tuple[Family, ...] | None
) -> Executor:
    from pipeline import batch

    limits = limits_of(options)
    if options.cluster:
        from pipeline.batch.cluster import Cluster

        return Cluster(options.cluster, order, limits, families)
    return batch.local(options.jobs or batch.all_cores(), order, limits, families)


def _print_run(run: Finished, options: argparse.Namespace) -> None:
    """The report as asked for: data to standard output, text to standard error."""
    from pipeline.batch.reports import github_annotations, junit_xml
    from pipeline.contract.records import record_to_plain
    from pipeline.writers.json_profile import json_bytes

    forms = {
        "json": lambda: json_bytes(record_to_plain(run.report)).decode(),
        "junit": lambda: junit_xml(run.told, options.strict),
        "github": lambda: github_annotations(run.told),
    }
    if options.report_format in forms:
        sys.stdout.write(forms[options.report_format]())
        return
    for outcome in run.told:
        print_findings(str(outcome.path), outcome.findings, options.verbose)
    print_summary(run.outcomes, run.others, options.output)
    for line in _beside(run, options):
        tell(line)


# What is said of the files that are kept, by their reason; an edited one has a finding.
_KEPT_IN_WORDS = {
    "gone": "of sources that are gone (--prune removes them)",
    "superseded": "of versions that their sources replaced",
    "format": "in formats that were not asked for; they may be older than the profiles",
    "pending": "of sources that this run did not come to",
    "unseen": "of sources that this run was not given",
    "unreadable": "of sources that could not be looked for",
    "failed": "of sources that cannot be converted any more",
    "exported": "that `bcp export` made; they may be older than the profiles",
    "edited": "changed by hand",
    "blocked": "beside one that was changed by hand",
}


def _beside(run: Finished, options: argparse.Namespace) -> Iterator[str]:
    """What else a user should know of: what was passed over, kept and removed."""
    from pipeline.batch import by_reason, passed_over_in_words

    if run.report.passed_over:
        yield passed_over_in_words(Counter(other.why for other in run.report.passed_over))
    if run.pruned:
        yield f"removed {run.pruned} files of sources that are gone"
    if run.overwritten:
        yield f"written over by force, though changed by hand: {', '.join(run.overwritten)}"
    kept = by_reason(run.report.kept)
    told = [(len(kept[why]), words) for why, words in _KEPT_IN_WORDS.items() if why in kept]
    if told:
        yield "kept from earlier runs: " + "; ".join(f"{n} files {words}" for n, words in told)
        yield f"`bcp prune {options.output}` lists them and removes those that you name"

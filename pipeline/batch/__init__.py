"""Many documents: find them, convert what changed, tell equal ids apart, publish each when done."""

from pipeline.batch.executors import Executor, InThisProcess, all_cores, local
from pipeline.batch.export import Exported, export, previous_versions, stored_files
from pipeline.batch.keeping import by_reason
from pipeline.batch.outcomes import Outcome, exit_code
from pipeline.batch.pruning import Pruned, kept_by_name, prune
from pipeline.batch.publishing import Finished
from pipeline.batch.run import convert_all, outcomes_of
from pipeline.batch.searching import passed_over_in_words
from pipeline.batch.sources import Sources, sources_in
from pipeline.batch.staging import locked, write_files
from pipeline.batch.stored import Means
from pipeline.batch.versions import Differences, differences, side_files, versions_of

__all__ = [
    "Differences",
    "Executor",
    "Exported",
    "Finished",
    "InThisProcess",
    "Means",
    "Outcome",
    "Pruned",
    "Sources",
    "all_cores",
    "by_reason",
    "convert_all",
    "differences",
    "exit_code",
    "export",
    "kept_by_name",
    "local",
    "locked",
    "outcomes_of",
    "passed_over_in_words",
    "previous_versions",
    "prune",
    "side_files",
    "sources_in",
    "stored_files",
    "versions_of",
    "write_files",
]

"""Many documents: find them, convert what changed, tell equal ids apart, publish each when done."""

from pipeline.batch.executors import Executor, InThisProcess, all_cores, local
from pipeline.batch.export import Exported, export, previous_versions
from pipeline.batch.keeping import by_reason
from pipeline.batch.outcomes import Outcome, exit_code
from pipeline.batch.publishing import Finished
from pipeline.batch.run import convert_all, outcomes_of
from pipeline.batch.sources import REPORT_FILE, Sources, passed_over_in_words, sources_in
from pipeline.batch.staging import locked, write_files
from pipeline.batch.versions import Differences, differences, versions_in

__all__ = [
    "REPORT_FILE",
    "Differences",
    "Executor",
    "Exported",
    "Finished",
    "InThisProcess",
    "Outcome",
    "Sources",
    "all_cores",
    "by_reason",
    "convert_all",
    "differences",
    "exit_code",
    "export",
    "local",
    "locked",
    "outcomes_of",
    "passed_over_in_words",
    "previous_versions",
    "sources_in",
    "versions_in",
    "write_files",
]

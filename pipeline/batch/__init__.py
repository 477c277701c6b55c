"""Many documents: find them, convert what changed, tell equal ids apart, publish together."""

from pipeline.batch.executors import Executor, InThisProcess, all_cores, local
from pipeline.batch.export import Exported, export, previous_versions
from pipeline.batch.outcomes import Outcome, exit_code
from pipeline.batch.publishing import REPORT_FILE, publish, remove_vanished
from pipeline.batch.run import Run, convert_all
from pipeline.batch.sources import source_files
from pipeline.batch.staging import locked, write_files
from pipeline.batch.unchanged import Earlier, fingerprint
from pipeline.batch.versions import Differences, differences, side_files, versions_of

__all__ = [
    "REPORT_FILE",
    "Differences",
    "Earlier",
    "Executor",
    "Exported",
    "InThisProcess",
    "Outcome",
    "Run",
    "all_cores",
    "convert_all",
    "differences",
    "exit_code",
    "export",
    "fingerprint",
    "local",
    "locked",
    "previous_versions",
    "publish",
    "remove_vanished",
    "side_files",
    "source_files",
    "versions_of",
    "write_files",
]

"""What a run is asked to write: which formats, and how the profiles are published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.core import heartbeat
from pipeline.core.errors import UsageError
from pipeline.profile.model import Profile
from pipeline.profile.trace import Trace
from pipeline.writers import EXTRA, WRITERS, Writer
from pipeline.writers.edition import Edition, Setting


@dataclass(frozen=True, slots=True)
class Order:
    """The writers, and the setting that they share."""

    writers: tuple[Writer, ...] = ()
    setting: Setting = field(default_factory=Setting)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the formats."""
        return tuple(writer.name for writer in self.writers)

    def names_of(self, scope: str) -> tuple[str, ...]:
        """The names of the formats of a scope: `profile`, or `run` where one holds all profiles."""
        return tuple(writer.name for writer in self.writers if writer.scope == scope)

    def files_of(self, profile: Profile, trace: Trace) -> dict[str, bytes]:
        """The files of one profile by their path within the output folder."""
        edition = Edition(profile, trace, self.setting)
        files: dict[str, bytes] = {}
        for writer in self.writers:
            heartbeat.beat()
            if writer.scope == "profile":
                files.update(writer.write(edition))
        return files

    def run_files_of(self, profiles: Sequence[Profile]) -> dict[str, bytes]:
        """The files that hold all profiles of a run."""
        ordered = sorted(profiles, key=lambda profile: profile.id)
        editions = [Edition(profile, setting=self.setting) for profile in ordered]
        files: dict[str, bytes] = {}
        for writer in self.writers:
            if writer.scope == "run":
                files.update(writer.write(editions))
        return files


def order_of(names: Sequence[str], setting: Setting | None = None) -> Order:
    """The order of the formats of these names, their writers loaded for all processes.

    Raises UsageError for a name that does not exist, and where a package is missing.
    """
    known = {writer.name: writer for writer in WRITERS}
    for name in names:
        if name not in known:
            raise UsageError(f"there is no format {name!r}; there are {', '.join(known)}")
        if not known[name].is_available:
            raise UsageError(
                f"the format {name} needs the package {known[name].needs}; install it with "
                f"`pip install {EXTRA}`"
            )
    writers = tuple(known[name] for name in dict.fromkeys(names))
    for writer in writers:
        writer.load()
    return Order(writers, setting or Setting())

"""What a writer gets: a profile, and how it is to be published."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pipeline.comparison import elements
from pipeline.comparison.changes import compare
from pipeline.core.version import VERSION
from pipeline.profile.codec import profile_to_plain
from pipeline.profile.identifiers import NAMESPACE, profile_key
from pipeline.profile.model import Profile
from pipeline.profile.trace import Trace
from pipeline.writers.nodes import Node, tree_of

# Where a profile has no date at all; a clock would change the bytes from run to run.
_NO_DATE = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
PROGRAM = f"bcp-pipeline {VERSION}"


@dataclass(frozen=True, slots=True)
class Setting:
    """How profiles are published: under which address, and after which earlier versions.

    `base_uri` is what identifiers are appended to (empty: `urn:uuid:`); `previous` holds earlier
    versions by `profile_key`.
    """

    base_uri: str = ""
    previous: Mapping[str, Profile] = field(default_factory=dict)

    def uri(self, identifier: str) -> str:
        """The address of what has this UUID."""
        return f"{self.base_uri}{identifier}" if self.base_uri else f"urn:uuid:{identifier}"


@dataclass(frozen=True)
class Edition:
    """A profile, its trace (empty where only the profile is at hand), how it is published."""

    profile: Profile
    trace: Trace = field(default_factory=dict)
    setting: Setting = field(default_factory=Setting)

    @cached_property
    def plain(self) -> Mapping[str, Any]:
        """The JSON object of the profile; made once, shared by all writers."""
        return profile_to_plain(self.profile)

    @cached_property
    def tree(self) -> Node:
        """The statements of the profile; built once, shared by all writers."""
        return tree_of(self.profile)

    @property
    def key(self) -> str:
        """What stays the same over the versions of the profile."""
        return profile_key(self.profile.name, list(self.profile.developed_by or ()))

    @property
    def previous(self) -> Profile | None:
        """The version before this one, where it is given."""
        found = self.setting.previous.get(self.key)
        return found if found is not None and found.id != self.profile.id else None

    @cached_property
    def replaced(self) -> Mapping[str, str]:
        """Old id -> new id of each statement that was reworded since the version before."""
        if self.previous is None:
            return {}
        return compare(elements.tree_of(self.previous), elements.tree_of(self.profile)).replaced()

    @cached_property
    def moment(self) -> dt.datetime:
        """When this version came about: the date of the document, its latest legitimation, or 1970.

        Of a month or a year the first day counts.
        """
        profile = self.profile
        concluded = profile.derived.legitimated_on if profile.derived else None
        for date in (profile.date, concluded):
            if date:
                year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
                return dt.datetime(year, month, day, tzinfo=dt.UTC)
        return _NO_DATE

    def uri(self, node: Node) -> str:
        """The address of a node."""
        return self.setting.uri(node.uuid)


def fixed_uuid(*path: str) -> str:
    """The UUID of a thing of ours that no profile holds: a kind of statement, an association."""
    return str(uuid.uuid5(NAMESPACE, "\x1f".join(path)))

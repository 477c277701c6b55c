"""Optional content: layers that are switched off when the document is opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline.readers.pdf.engine.source import READING_FAULTS, dictionary, items, name


@dataclass(frozen=True, slots=True)
class Layers:
    """The groups of optional content that are off."""

    off: tuple[dict[str, Any], ...] = ()

    @classmethod
    def of(cls, document: Any) -> Layers:
        """Those of a document; where its settings cannot be read, all is on."""
        try:
            properties = dictionary(document.catalog.get("OCProperties"))
            default = dictionary(properties.get("D"))
            off = items(default.get("OFF"))
            if name(default.get("BaseState")) == "OFF":
                on = items(default.get("ON"))
                off.extend(group for group in items(properties.get("OCGs")) if group not in on)
        except READING_FAULTS:
            return cls()
        return cls(tuple(group for group in off if isinstance(group, dict)))

    def hide(self, group: dict[str, Any]) -> bool:
        """Whether a group, or a membership in groups, is off (by the default policy, AnyOn)."""
        if not self.off or not group:
            return False
        if group in self.off:
            return True
        members = [member for member in items(group.get("OCGs")) if isinstance(member, dict)]
        return bool(members) and all(member in self.off for member in members)

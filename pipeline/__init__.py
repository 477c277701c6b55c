"""Dutch beroepscompetentieprofielen to validated, structured data.

`convert(path)` gives the profile, its trace, its findings and its ledger, and writes
nothing; `validate_file(path)` gives the findings about a profile file made elsewhere.
The names in `__all__` are the public API; they are loaded on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from pipeline.core.version import VERSION

if TYPE_CHECKING:
    from pipeline.conversion import Conversion, convert, convert_bytes
    from pipeline.core.diagnostics import Diagnostic, Place, Severity
    from pipeline.core.errors import DocumentError
    from pipeline.families import Family, FamilyError, load_families
    from pipeline.profile.model import Profile
    from pipeline.validate import validate_file

__version__ = VERSION

__all__ = [
    "Conversion",
    "Diagnostic",
    "DocumentError",
    "Family",
    "FamilyError",
    "Place",
    "Profile",
    "Severity",
    "convert",
    "convert_bytes",
    "load_families",
    "validate_file",
]

_HOMES = {
    "Conversion": "pipeline.conversion",
    "Diagnostic": "pipeline.core.diagnostics",
    "DocumentError": "pipeline.core.errors",
    "Family": "pipeline.families",
    "FamilyError": "pipeline.families",
    "Place": "pipeline.core.diagnostics",
    "Profile": "pipeline.profile.model",
    "Severity": "pipeline.core.diagnostics",
    "convert": "pipeline.conversion",
    "convert_bytes": "pipeline.conversion",
    "load_families": "pipeline.families",
    "validate_file": "pipeline.validate",
}


def __getattr__(name: str) -> Any:
    # `import pipeline` stays cheap: a command that only prints help loads no reader.
    if name not in _HOMES:
        raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)

"""Which version of the XML a file is of: its namespace and its element `schema_version` tell it.

The namespace has the major number alone, so that programs which read the first version go on to
read the others. That of version 1.0 had the minor number too, and stays what it was.
"""

from __future__ import annotations

import re
from typing import Any

from pipeline.core.versions import NUMBER_KEY, UNCLEAR, XML, VersionError, parsed

ROOT_ELEMENT = "profile"
NAMESPACES = "urn:bcp-pipeline:bcp-profile:"
_FIRST = "1.0"
FIRST_NAMESPACE = f"{NAMESPACES}{_FIRST}"


def namespace_of(version: str) -> str:
    """The namespace of the files of a version."""
    major, minor, _ = parsed(version)
    return f"{NAMESPACES}{_FIRST if (major, minor) == (1, 0) else major}"


XML_NAMESPACE = namespace_of(XML.version)


def told_in(root: Any) -> str:
    """The version that the root element of a file tells, which this program reads.

    Of what is no profile, and where no number stands, it is one that the namespace has: the schema
    says what is missing. Raises VersionError.
    """
    namespace, _, name = root.tag.lstrip("{").rpartition("}")
    if name != ROOT_ELEMENT or not namespace.startswith(NAMESPACES):
        return XML.version
    series = namespace.removeprefix(NAMESPACES)
    if series != _FIRST and not re.fullmatch(r"[1-9][0-9]*", series):
        message = f"the namespace {namespace!r} is of no version; expected {XML_NAMESPACE!r}"
        raise VersionError(UNCLEAR, message)
    some = XML.version if namespace == XML_NAMESPACE else f"{series.partition('.')[0]}.0.0"
    version: str = root.findtext(f"{{{namespace}}}{NUMBER_KEY}", some).strip()
    if namespace_of(version) != namespace:
        message = f"{NUMBER_KEY} tells {version}, the namespace {namespace!r} is of another version"
        raise VersionError(UNCLEAR, message)
    XML.require_read(version)
    return version

"""Profile XML against the XSD of its own version: one finding per violation.

`BCP502` is a violation, with its line; `BCP503` is XML that is not well-formed or declares a
document type. `BCP504` and `BCP505` are as for JSON.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.checks.unknown import Unknown, finding_of_unknown
from pipeline.contract.resources import released_after, schema_text, schema_version_for
from pipeline.contract.xml_versions import NAMESPACES, namespace_of, told_in
from pipeline.contract.xsd import SCHEMA_NAMESPACE, XML_PARSER_OPTIONS
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.versions import NUMBER_KEY, XML, VersionError

if TYPE_CHECKING:
    from lxml import etree

XML_VIOLATION = "BCP502"
NOT_WELL_FORMED = "BCP503"


def xml_findings(data: bytes) -> list[Diagnostic]:
    """The violations of the XSD by the bytes of an XML file, in the order of the lines."""
    from lxml import etree

    try:
        root = etree.fromstring(data, etree.XMLParser(**XML_PARSER_OPTIONS))
    except etree.XMLSyntaxError as error:
        place = Place(line=error.lineno or 1, column=max(error.offset or 1, 1))
        return [Diagnostic(NOT_WELL_FORMED, error.msg, place)]
    if root.getroottree().docinfo.internalDTD is not None:
        message = "expected no document type declaration"
        return [Diagnostic(NOT_WELL_FORMED, message, Place(line=1, column=1))]
    try:
        version = schema_version_for(XML, told_in(root))
    except VersionError as error:
        return [Diagnostic(error.code, error.message, _place(root))]
    return _violations(root, version)


def _violations(root: etree._Element, version: str) -> list[Diagnostic]:
    found = _held_against(root, version)
    unknown = _unknown_elements(root, version) if found else []
    if not unknown:
        return found
    told = [one for _, one in unknown]
    for later in released_after(XML, version):
        if namespace_of(later) == namespace_of(version) and not _held_against(root, later):
            return [finding_of_unknown(told, XML, version, later)]
    for element, _ in unknown:
        if (parent := element.getparent()) is not None:
            parent.remove(element)
    return found if _held_against(root, version) else [finding_of_unknown(told, XML, version)]


def _held_against(root: etree._Element, version: str) -> list[Diagnostic]:
    """What breaks the XSD of a version, which the file is made to tell."""
    for told in root.findall(f"{{*}}{NUMBER_KEY}"):
        # Files of one minor number keep to one schema, whatever the third number.
        told.text = version
    schema = _xml_schema(version)
    schema.validate(root)
    log: Any = schema.error_log  # lxml-stubs do not tell that a log can be iterated
    return [_xml_finding(entry) for entry in log]


def _unknown_elements(root: etree._Element, version: str) -> list[tuple[etree._Element, Unknown]]:
    """The elements whose names a version does not have; none where one looks misspelt."""
    known = _element_names(version)
    found = []
    for element in root.iter("{*}*"):
        if _local(element) in known:
            continue
        *above, name = _path(element)
        # What stands below an unknown element comes and goes with it.
        if known.issuperset(above):
            path = "".join(f"/{part}" for part in (*above, name))
            one = Unknown(name, path, _place(element))
            if one.is_misspelt(known):
                return []
            found.append((element, one))
    return found


def _path(element: etree._Element) -> list[str]:
    """The names of an element and of those around it, from the outside in."""
    chain = [element, *element.iterancestors()]
    return [_local(one) for one in reversed(chain)]


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _xml_schema(version: str) -> etree.XMLSchema:
    """The compiled XSD; it holds the log of what it found last, so that no two threads share it."""
    from lxml import etree

    return etree.XMLSchema(etree.fromstring(schema_text(XML.file_of(version)).encode()))


@cache
def _element_names(version: str) -> frozenset[str]:
    """The names of all elements that an XSD declares."""
    from lxml import etree

    root = etree.fromstring(schema_text(XML.file_of(version)).encode())
    return frozenset(e.get("name", "") for e in root.iter(f"{{{SCHEMA_NAMESPACE}}}element"))


def _xml_finding(entry: Any) -> Diagnostic:
    """A finding in the words of the validator, without the namespace that every name has."""
    message = re.sub(rf"\{{{re.escape(NAMESPACES)}[^}}]*\}}", "", entry.message)
    return Diagnostic(XML_VIOLATION, message, Place(line=max(entry.line, 1), column=1))


def _place(element: etree._Element) -> Place:
    """The line of an element; libxml2 tells no column, so it is the start of the line."""
    line: Any = element.sourceline  # lxml-stubs name a type that is none
    return Place(line=max(line or 1, 1), column=1)

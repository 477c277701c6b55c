"""A profile as linked data: SKOS in the Dutch profile NL-SBB, as Turtle and as JSON-LD.

The profile is the concept scheme; its nodes (roles, core tasks, competencies, indicators, knowledge
and skills ...) are its concepts. Each has a definition and a label that no other one of the scheme
has.
"""

from __future__ import annotations

import json
from typing import Any

from pipeline.writers.edition import Edition, fixed_uuid
from pipeline.writers.json_profile import json_bytes
from pipeline.writers.nodes import Node, distinct_labels
from pipeline.writers.sorts import ITEMS

_EQF = "http://data.europa.eu/snb/eqf/{}"
# Of the NLQF levels in the European register, those whose address is known to us.
_NLQF = {"4": "http://data.europa.eu/snb/qdr/c_ff656b33"}


def write(edition: Edition) -> dict[str, bytes]:
    """The two files of one profile, which hold the same graph."""
    graph = _Graph(edition).whole()
    name = f"skos/{edition.profile.id}"
    turtle: str = graph.serialize(format="turtle")
    return {f"{name}.ttl": turtle.encode(), f"{name}.jsonld": _json_ld(graph)}


def _json_ld(graph: Any) -> bytes:
    """The graph as expanded JSON-LD, in an order that does not depend on how it was stored."""
    nodes = json.loads(graph.serialize(format="json-ld"))
    for node in nodes:
        for values in node.values():
            if isinstance(values, list):
                values.sort(key=lambda value: json.dumps(value, sort_keys=True))
    return json_bytes(sorted(nodes, key=lambda node: str(node["@id"])))


class _Graph:
    def __init__(self, edition: Edition) -> None:
        # An optional extra, and slow to load.
        from rdflib import Graph, Literal, URIRef
        from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, XSD

        self.edition = edition
        self.graph = Graph(bind_namespaces="none")
        self.graph.bind("skos", SKOS)
        self.graph.bind("dct", DCTERMS)
        self.graph.bind("rdfs", RDFS)
        self.graph.bind("owl", OWL)
        self.graph.bind("xsd", XSD)
        self.dct, self.owl, self.rdf, self.rdfs = DCTERMS, OWL, RDF, RDFS
        self.skos, self.xsd = SKOS, XSD
        self.literal, self.uri_ref = Literal, URIRef
        self.scheme = self._uri(edition.tree)

    def whole(self) -> Any:
        """The graph of the profile."""
        self._describe_scheme()
        labels = distinct_labels(self.edition.tree)
        for node, parent in self.edition.tree.walk():
            if parent is not None:
                self._describe(node, parent, labels[node.id])
        self._link_versions()
        return self.graph

    def _uri(self, node: Node) -> Any:
        return self.uri_ref(self.edition.uri(node))

    def _text(self, text: str) -> Any:
        return self.literal(text, lang=self.edition.profile.language)

    def _add(self, subject: Any, predicate: Any, value: Any) -> None:
        self.graph.add((subject, predicate, value))

    def _describe_scheme(self) -> None:
        profile, scheme = self.edition.profile, self.scheme
        self._add(scheme, self.rdf.type, self.skos.ConceptScheme)
        self._add(scheme, self.dct.title, self._text(self.edition.tree.statement))
        self._add(scheme, self.rdfs.label, self._text(self.edition.tree.statement))
        self._add(scheme, self.dct.language, self.literal(profile.language))
        self._add(scheme, self.dct.type, self._text("Beroepscompetentieprofiel"))
        for name in profile.developed_by or ():
            self._add(scheme, self.dct.creator, self.literal(name))
        if profile.version:
            self._add(scheme, self.owl.versionInfo, self.literal(profile.version))
        if profile.date:
            self._add(scheme, self.dct.issued, self._date(profile.date))
        for address in self._levels():
            self._add(scheme, self.dct.educationLevel, self.uri_ref(address))
        for number, source in enumerate(profile.source_documents or ()):
            identifier = fixed_uuid("source document", self.edition.tree.id, str(number))
            resource = self.uri_ref(self.edition.setting.uri(identifier))
            self._add(scheme, self.dct.source, resource)
            self._add(resource, self.dct.title, self._text(source.text))
            citation = self.literal(source.text, datatype=self.xsd.string)
            self._add(resource, self.dct.bibliographicCitation, citation)

    def _date(self, written: str) -> Any:
        """A date at the precision that is written."""
        kinds = {4: self.xsd.gYear, 7: self.xsd.gYearMonth, 10: self.xsd.date}
        return self.literal(written, datatype=kinds[len(written)], normalize=False)

    def _levels(self) -> list[str]:
        profile = self.edition.profile
        eqf = profile.derived.eqf_level if profile.derived else None
        nlqf = _NLQF.get(profile.nlqf_level or "")
        return [*([_EQF.format(eqf)] if eqf else []), *([nlqf] if nlqf else [])]

    def _describe(self, node: Node, parent: Node, label: str) -> None:
        concept, skos = self._uri(node), self.skos
        self._add(concept, self.rdf.type, skos.Concept)
        self._add(concept, skos.prefLabel, self._text(label))
        definition = _definition(node)
        # The whole statement stands somewhere, and the plain name where the label says more.
        whole = node.label if definition == node.statement else node.statement
        if whole != label:
            self._add(concept, skos.altLabel, self._text(whole))
        self._add(concept, skos.definition, self._text(definition))
        self._add(concept, skos.notation, self.literal(node.code))
        if node.printed:
            self._add(concept, skos.note, self._text(f"Code: {node.printed}"))
        self._add(concept, skos.inScheme, self.scheme)
        if parent is self.edition.tree:
            self._add(concept, skos.topConceptOf, self.scheme)
            self._add(self.scheme, skos.hasTopConcept, concept)
        else:
            self._add(concept, skos.broader, self._uri(parent))
            self._add(self._uri(parent), skos.narrower, concept)

    def _link_versions(self) -> None:
        """What replaces which statement of the version before, which is no concept of this one."""
        for old, new in self.edition.replaced.items():
            before, after = (
                self.uri_ref(self.edition.setting.uri(identifier.removeprefix("bcp-")))
                for identifier in (old, new)
            )
            self._add(before, self.dct.isReplacedBy, after)
            self._add(after, self.dct.replaces, before)


def _definition(node: Node) -> str:
    """What a concept means: what is said of it, what shows a competency, a whole sentence."""
    if node.description:
        return "\n\n".join(node.description)
    if node.children and all(map(_shows, node.children)):
        return "\n".join(child.statement for child in node.children)
    return node.statement


def _shows(child: Node) -> bool:
    """Whether it shows what it stands below: it has no parts, and is not what one needs for it."""
    return child.levels == 0 and child.kind not in ITEMS

"""SKOS: no result of any severity from the shapes of NL-SBB, and every statement a concept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache

import pyshacl
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, OWL, RDF, SH, SKOS

from pipeline.profile.model import Profile
from pipeline.writers import skos
from pipeline.writers.edition import Edition, Setting
from tests.standards.official import official
from tests.unit.writers.tricky import edited, samples, statements, tricky_profile

PROFILES = samples()
each_profile = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)


def graphs(profile: Profile, setting: Setting | None = None) -> tuple[Graph, Graph]:
    """The graphs of both files."""
    files = skos.write(Edition(profile, setting=setting or Setting()))
    (turtle,) = [data for path, data in files.items() if path.endswith(".ttl")]
    (json_ld,) = [data for path, data in files.items() if path.endswith(".jsonld")]
    return Graph().parse(data=turtle, format="turtle"), Graph().parse(
        data=json_ld, format="json-ld"
    )


@cache
def shapes() -> Graph:
    """The shapes of NL-SBB, without what they would fetch from the network."""
    found = Graph().parse(official("skos-ap-nl.ttl"), format="turtle")
    found.remove((None, OWL.imports, None))
    return found


def results(graph: Graph) -> Counter[str]:
    """How many results there are of each severity; the exit code and `conforms` do not tell."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes(), advanced=True)
    return Counter(
        str(value).rpartition("#")[2] for value in report.objects(None, SH.resultSeverity)
    )


# They look at every pair of labels; with a real profile that takes long.
@pytest.mark.parametrize(
    "profile",
    [
        pytest.param(profile, id=f"{profile.id}_{n}", marks=() if n in (1, 2) else pytest.mark.slow)
        for n, profile in enumerate(PROFILES)
    ],
)
def test_the_shapes_find_nothing(profile: Profile) -> None:
    assert results(graphs(profile)[0]) == Counter()


def _without(predicate: URIRef) -> Callable[[Graph], None]:
    def damage(graph: Graph) -> None:
        graph.remove((None, predicate, None))

    return damage


def _untagged(graph: Graph) -> None:
    for subject, predicate, label in list(graph.triples((None, SKOS.prefLabel, None))):
        graph.remove((subject, predicate, label))
        graph.add((subject, predicate, Literal(str(label))))


def _repeated(graph: Graph) -> None:
    for subject, predicate, label in list(graph.triples((None, SKOS.prefLabel, None))):
        graph.remove((subject, predicate, label))
        graph.add((subject, predicate, Literal("Samenwerken", lang="nl")))


def _broken_link(graph: Graph) -> None:
    for subject, predicate, parent in list(graph.triples((None, SKOS.broader, None))):
        graph.remove((subject, predicate, parent))
        graph.add((subject, predicate, Literal("geen adres")))


@pytest.mark.parametrize(
    ("damage", "severity"),
    [
        (_without(SKOS.definition), "Violation"),
        (_without(SKOS.prefLabel), "Warning"),
        (_without(DCTERMS.title), "Warning"),
        (_untagged, "Warning"),
        (_repeated, "Warning"),
        (_broken_link, "Warning"),
    ],
)
def test_the_shapes_find_what_is_amiss(damage: Callable[[Graph], None], severity: str) -> None:
    graph, _ = graphs(edited()[0])
    damage(graph)

    assert results(graph)[severity] > 0


@each_profile
def test_both_files_hold_the_same_graph(profile: Profile) -> None:
    turtle, json_ld = graphs(profile)

    assert isomorphic(turtle, json_ld)


def concepts(graph: Graph) -> dict[str, str]:
    """Concept -> its parent, by address; ValueError where one has none or several."""
    found = {}
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        above = [*graph.objects(concept, SKOS.broader), *graph.objects(concept, SKOS.topConceptOf)]
        schemes = list(graph.objects(concept, SKOS.inScheme))
        if len(above) != 1 or len(schemes) != 1:
            raise ValueError(f"{concept} has {len(above)} parents and {len(schemes)} schemes")
        found[str(concept)] = str(above[0])
    return found


@each_profile
def test_no_statement_is_lost_and_each_has_its_parent_and_its_whole_text(profile: Profile) -> None:
    graph, _ = graphs(profile)
    found = concepts(graph)
    (scheme,) = graph.subjects(RDF.type, SKOS.ConceptScheme)
    expected = statements(profile)

    def address(key: str) -> str:
        return f"urn:uuid:{key.removeprefix('bcp-')}" if key else str(scheme)

    assert found == {address(key): address(one.parent) for key, one in expected.items()}
    for key, statement in expected.items():
        said = [
            str(text)
            for predicate in (SKOS.prefLabel, SKOS.altLabel, SKOS.definition)
            for text in graph.objects(URIRef(address(key)), predicate)
        ]
        assert " ".join(statement.text.split()) in said


def test_a_lost_parent_is_found() -> None:
    graph, _ = graphs(tricky_profile())
    graph.remove((None, SKOS.broader, None))

    with pytest.raises(ValueError, match="has 0 parents"):
        concepts(graph)


def test_the_level_is_linked_to_the_european_registers() -> None:
    graph, _ = graphs(PROFILES[1])
    addresses = {str(found) for found in graph.objects(None, DCTERMS.educationLevel)}

    assert addresses == {
        "http://data.europa.eu/snb/eqf/4",
        "http://data.europa.eu/snb/qdr/c_ff656b33",
    }


def test_only_what_was_reworded_is_replaced() -> None:
    old, new, before, after = edited()
    graph, _ = graphs(new, Setting(previous={Edition(old).key: old}))
    links = list(graph.subject_objects(DCTERMS.isReplacedBy))

    assert links == [
        (URIRef(f"urn:uuid:{before.removeprefix('bcp-')}"),
         URIRef(f"urn:uuid:{after.removeprefix('bcp-')}"))
    ]  # fmt: skip
    assert results(graph) == Counter()

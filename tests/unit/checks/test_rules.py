"""The rules that no schema can say: each finds what it is for, and nothing in its negative twin."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from pipeline.checks import node_rules, rules
from pipeline.core.catalogue import CATALOGUE
from pipeline.core.diagnostics import Diagnostic
from pipeline.profile.codec import profile_from_plain, profile_to_plain
from pipeline.profile.model import Profile
from tests.strategies import hollow_profile, whole_profile

Rule = Callable[[Profile], Iterable[Diagnostic]]


def profile(**values: Any) -> Profile:
    """The whole example profile with some keys set; None removes a key."""
    plain = profile_to_plain(whole_profile()) | values
    return profile_from_plain({key: value for key, value in plain.items() if value is not None})


def found(rule: Rule, tested: Profile) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.pointer) for finding in rule(tested)]


def role(number: int, name: str, **values: Any) -> dict[str, Any]:
    return {"id": uid(number), "number": number, "name": name, **values}


def uid(number: int) -> str:
    return f"bcp-00000000-0000-5000-8000-{number:012}"


def competency(name: str, *indicators: str) -> dict[str, Any]:
    return {
        "id": uid(100),
        "name": name,
        "indicators": [{"id": uid(n), "text": text} for n, text in enumerate(indicators, 200)],
    }


def item(text: str, number: int, **values: Any) -> dict[str, Any]:
    return {"id": uid(number), "kind": "other", "text": text, **values}


def task(code: str | None, name: str, **values: Any) -> dict[str, Any]:
    """A core task."""
    found = {"id": uid(sum(map(ord, name))), "code": code, "name": name, **values}
    return {key: value for key, value in found.items() if value is not None}


# A work process is described as a core task is, as far as these cases go.
process = task
NAMES = [{"id": uid(n), "name": name, "indicators": []} for n, name in ((301, "a"), (302, "b"))]


CASES: list[tuple[Rule, dict[str, Any], tuple[str, str], dict[str, Any]]] = [
    (rules.the_name_is_given, {"name": "  "}, ("BCP422", "/name"), {"name": "Havenmeester"}),
    (
        rules.the_id_follows_name_and_version,
        {"name": "Kok", "version": "2", "id": "kok-v1"},
        ("BCP423", "/id"),
        {"name": "Kok", "version": "2", "id": "kok-v2-pdf"},
    ),
    (
        rules.texts_are_clean,
        {"sector": "Water\u0001sport"},
        ("BCP424", "/sector"),
        {"sector": "Watersport"},
    ),
    (
        rules.texts_are_clean,
        {"sector": "Water\ud800sport"},
        ("BCP424", "/sector"),
        {"sector": "Water\ue000sport"},
    ),
    (
        node_rules.numbers_count,
        {"roles": [role(1, "a"), role(3, "b")]},
        ("BCP411", "/roles/1/number"),
        {"roles": [role(1, "a"), role(2, "b")]},
    ),
    (
        node_rules.names_differ,
        {"roles": [role(1, "Gastheer"), role(2, " gastheer")]},
        ("BCP411", "/roles/1/name"),
        {"roles": [role(1, "Gastheer"), role(2, "Gastvrouw")]},
    ),
    (
        node_rules.names_differ,
        {"core_tasks": [task("1", "a", work_processes=[process("1.1", "b"), process("1.2", "B")])]},
        ("BCP411", "/core_tasks/0/work_processes/1/name"),
        {
            "core_tasks": [
                task("1", "a", work_processes=[process("1.1", "b")]),
                task("2", "c", work_processes=[process("2.1", "b")]),
            ]
        },
    ),
    (
        node_rules.codes_differ,
        {"core_tasks": [task("B1-K1", "a"), task("b1-k1 ", "b")]},
        ("BCP411", "/core_tasks/1/code"),
        {"core_tasks": [task("B1-K1", "a"), task("B1-K2", "b"), task(None, "c"), task(None, "d")]},
    ),
    (
        node_rules.codes_follow_what_holds_them,
        {
            "core_tasks": [
                task("1", "a", work_processes=[process("1.1", "b"), process("2.1", "c")]),
                task("2", "d", work_processes=[process("2.2", "e")]),
            ]
        },
        ("BCP411", "/core_tasks/0/work_processes/1/code"),
        {
            "core_tasks": [
                task("B1-K1", "a", work_processes=[process("B1-K1-W1", "b"), process("W2", "c")]),
                task("B1-K10", "d", work_processes=[process("B1-K10-W1", "e")]),
            ]
        },
    ),
    (
        rules.dates_exist,
        {"date": "2025-02-30", "legitimations": None},
        ("BCP421", "/date"),
        {"date": "2024-02-29", "legitimations": None},
    ),
    (
        rules.dates_are_plausible,
        {"date": "1926-03-02", "legitimations": None, "source_documents": None},
        ("BCP412", "/date"),
        {"date": "2026-03-02", "legitimations": None, "source_documents": None},
    ),
    (
        rules.dates_are_plausible,
        {"date": "2026", "legitimations": [{"text": "x", "date": "2226-01-01"}], "source_documents": None},  # noqa: E501
        ("BCP412", "/legitimations/0/date"),
        {"date": "2026", "legitimations": [{"text": "x", "date": "2026-01-01"}], "source_documents": None},  # noqa: E501
    ),
    (
        rules.dates_are_plausible,
        {"date": "2026", "legitimations": None, "source_documents": [{"text": "x", "year": 2027}]},
        ("BCP412", "/source_documents/0/year"),
        {"date": "2026", "legitimations": None, "source_documents": [{"text": "x", "year": 2026}]},
    ),
    (
        rules.legitimations_follow_the_document,
        {"legitimations": [{"text": "Bestuur"}]},
        ("BCP418", "/legitimations/0"),
        {"date": "2026-03-02", "legitimations": [{"text": "Bestuur", "date": "2026-03-25"}]},
    ),
    (
        rules.legitimations_follow_the_document,
        {"date": "2026-03-02", "legitimations": [{"text": "Bestuur", "date": "2019-03-25"}]},
        ("BCP418", "/legitimations/0/date"),
        {"date": "2026-03-02", "legitimations": [{"text": "Bestuur", "date": "2025-12-01"}]},
    ),
    (
        node_rules.sentences_are_not_repeated,
        {"roles": [role(1, "a", competencies=[competency("x", "Luistert", "luistert ")])]},
        ("BCP414", "/roles/0/competencies/0/indicators/1"),
        {"roles": [role(1, "a", competencies=[competency("x", "Luistert", "Vraagt")])]},
    ),
    (
        node_rules.sentences_are_not_repeated,
        {"roles": [role(1, "a", knowledge_and_skills=[item("Kan varen", 5), item("Kan varen", 6)])]},  # noqa: E501
        ("BCP414", "/roles/0/knowledge_and_skills/1"),
        {
            "roles": [
                role(1, "a", knowledge_and_skills=[item("Kan varen", 5)]),
                role(2, "b", knowledge_and_skills=[item("Kan varen", 6)]),
            ]
        },
    ),
    (
        node_rules.sentences_are_not_repeated,
        {"core_tasks": [task("1", "a", knowledge_and_skills=[item("Kan", 5), item("kan", 6)])]},
        ("BCP414", "/core_tasks/0/knowledge_and_skills/1"),
        {"core_tasks": [task("1", "a", knowledge_and_skills=[item("Kan", 5), item("kan", 6, applies_to="binnen")])]},  # noqa: E501
    ),
    (
        node_rules.competencies_have_indicators,
        {"core_tasks": [task("1", "a", competencies=[NAMES[0], competency("c", "Luistert")])]},
        ("BCP309", "/core_tasks/0/competencies/0"),
        {"core_tasks": [task("1", "a", work_processes=[process("1.1", "b", competencies=NAMES)])], "competencies": NAMES},  # noqa: E501
    ),
    (
        node_rules.competencies_have_indicators,
        {"roles": [role(1, "a", competencies=[competency("x")])]},
        ("BCP309", "/roles/0/competencies/0"),
        {"roles": [role(1, "a", competencies=[competency("x", "Luistert")])]},
    ),
    (rules.values_are_not_empty, {"sector": ""}, ("BCP415", "/sector"), {"sector": "Water"}),
    (rules.values_are_not_empty, {"job_titles": []}, ("BCP415", "/job_titles"), {"job_titles": None}),  # noqa: E501
    (
        rules.values_are_not_empty,
        {"career_prospects": [{"type": "paragraph", "text": ""}]},
        ("BCP415", "/career_prospects/0/text"),
        {"career_prospects": [{"type": "paragraph", "text": "Ja"}]},
    ),
    (
        node_rules.identifiers_are_unique,
        {"roles": [role(1, "a"), role(1, "b")]},
        ("BCP416", "/roles/1/id"),
        {"roles": [role(1, "a"), role(2, "b")]},
    ),
    (
        rules.derived_values_follow,
        {"nlqf_level": "3", "derived": {"eqf_level": 4}},
        ("BCP419", "/derived/eqf_level"),
        {"nlqf_level": "4+", "derived": {"eqf_level": 4}},
    ),
    (
        rules.derived_values_follow,
        {"nlqf_level": None, "derived": {"eqf_level": 4}},
        ("BCP419", "/derived/eqf_level"),
        {"nlqf_level": None, "derived": {}},
    ),
    (
        rules.derived_values_follow,
        {
            "legitimations": [{"text": "a", "date": "2026-03-25"}, {"text": "b", "date": "2026-02"}],  # noqa: E501
            "derived": {"legitimated_on": "2026-02"},
        },
        ("BCP419", "/derived/legitimated_on"),
        {
            "legitimations": [{"text": "a", "date": "2026-03-25"}, {"text": "b", "date": "2026-02"}],  # noqa: E501
            "derived": {"legitimated_on": "2026-03-25"},
        },
    ),
    (
        rules.derived_values_follow,
        {
            "sector": "Met rijbewijs B.",
            "derived": {"requirements": [{"kind": "licence", "text": "Rijbewijs C.", "pointer": "/sector"}]},  # noqa: E501
        },
        ("BCP419", "/derived/requirements/0"),
        {
            "sector": "Met rijbewijs B.",
            "derived": {"requirements": [{"kind": "licence", "text": "rijbewijs B.", "pointer": "/sector"}]},  # noqa: E501
        },
    ),
    (
        rules.derived_values_follow,
        {"derived": {"requirements": [{"kind": "licence", "text": "x", "pointer": "/roles/99/name"}]}},  # noqa: E501
        ("BCP419", "/derived/requirements/0"),
        {"derived": None},
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "broken", "expected"),
    [pytest.param(rule, bad, out, id=rule.__name__) for rule, bad, out, _ in CASES],
)
def test_a_rule_finds_what_it_is_for(
    rule: Rule, broken: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert found(rule, profile(**broken)) == [expected]


@pytest.mark.parametrize(
    ("rule", "sound"), [pytest.param(rule, good, id=rule.__name__) for rule, _, _, good in CASES]
)
def test_a_rule_finds_nothing_in_what_is_sound(rule: Rule, sound: dict[str, Any]) -> None:
    assert found(rule, profile(**sound)) == []


def test_every_rule_is_tried_by_a_pair_of_cases() -> None:
    assert {rule for rule, *_ in CASES} == set(rules.RULES)


def test_what_has_a_finding_of_its_own_is_not_reported_as_empty() -> None:
    tested = profile(
        roles=[role(1, "a", competencies=[competency("x")])],
        unplaced=[{"label": "", "text": []}],
    )

    assert found(rules.values_are_not_empty, tested) == []


def test_findings_come_in_the_order_of_the_rules() -> None:
    tested = profile(sector="", date="1926", roles=[role(2, "a")], legitimations=None,
                     source_documents=None, derived=None)  # fmt: skip

    assert [f.code for f in rules.rule_findings(tested)] == ["BCP411", "BCP412", "BCP415"]


def test_each_finding_is_in_the_catalogue() -> None:
    for tested in (hollow_profile(), profile(derived={"eqf_level": 1})):
        assert {finding.code for finding in rules.rule_findings(tested)} <= CATALOGUE.keys()


def test_the_empty_keys_of_a_hollow_profile_are_found() -> None:
    pointers = {f.pointer for f in rules.values_are_not_empty(hollow_profile())}

    assert {"/sector", "/job_titles", "/description/attitude", "/roles"} & pointers == {
        "/sector", "/job_titles", "/description/attitude", "/roles",
    }  # fmt: skip


def test_a_legitimation_that_is_printed_empty_is_found_empty_and_without_a_date() -> None:
    tested = profile(legitimations=[{"text": "", "aspect": "format"}], derived=None)

    findings = [(f.code, f.pointer) for f in rules.rule_findings(tested)]
    assert ("BCP415", "/legitimations/0/text") in findings
    assert ("BCP418", "/legitimations/0") in findings

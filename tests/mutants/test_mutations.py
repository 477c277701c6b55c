"""What is changed in a module, what is left alone, and that the tests which are run see it."""

from __future__ import annotations

import ast

import pytest

from pipeline.readers import pdf
from tests.mutants.mutations import Mutant, mutants, mutated, sample
from tests.mutants.running import modules, own_tests, path_of


def versions(source: str) -> list[str]:
    """All mutants of a module, written out."""
    return [ast.unparse(mutated(source, mutant)) for mutant in mutants(source)]


@pytest.mark.parametrize(
    ("source", "other"),
    [
        ("if near:\n    pass", "if not near:\n    pass"),
        ("x = a if near else b", "x = a if not near else b"),
        ("x = [a for a in b if a]", "x = [a for a in b if not a]"),
        ("x = a < b", "x = a > b"),
        ("x = len(a) < b", "x = len(a) <= b"),
        ("x = a in b", "x = a not in b"),
        ("x = a and b", "x = a or b"),
        ("x = not a", "x = a"),
        ("x = 3", "x = 4"),
        ("x = 1.5", "x = 3.0"),
        ("x = 0.0", "x = 1.0"),
        ("x = a + b", "x = a - b"),
        ("x = sorted(a)", "x = a"),
        ("x = a.strip()", "x = a"),
        ("a.append(b)", "pass"),
        ("while a:\n    break", "while a:\n    pass"),
        ("def f():\n    return a", "def f():\n    return None"),
        ("def f() -> bool:\n    return a", "def f() -> bool:\n    return not a"),
        ("def f():\n    yield a", "def f():\n    pass"),
    ],
)
def test_each_kind_of_change_is_made(source: str, other: str) -> None:
    assert other in versions(source)
    assert source not in versions(source)


@pytest.mark.parametrize(
    "source",
    [
        '"""Three of 30."""',
        "from a import b",
        "x: tuple[int, 3]",
        "def f(a: int = b): ...",
        "@dataclass(frozen=3)\nclass A: ...",
        'raise ValueError(f"page {a + 1}")',
        "x = True",
        "x = ''",
        "def f():\n    return None",
    ],
)
def test_what_cannot_matter_is_left_alone(source: str) -> None:
    assert versions(source) == []


def test_a_mutant_says_where_it_is() -> None:
    (mutant,) = mutants("a = b\n\nc = d + e")

    assert (mutant.line, mutant.what) == (3, "sum")


def test_the_same_seed_gives_the_same_mutants() -> None:
    source = path_of("grid").read_text()
    first, again, other = (sample(source, 30, seed) for seed in ("1", "1", "2"))

    def places(found: list[Mutant]) -> list[tuple[int, str]]:
        return [(mutant.line, mutant.what) for mutant in found]

    assert len(first) == 30
    assert places(first) == places(again) != places(other)


def test_the_modules_are_those_of_the_reader() -> None:
    assert {"grid", "engine", "engine.paths", "second_engine.marks"} <= set(modules())
    assert path_of("second_engine").samefile(f"{pdf.__path__[0]}/second_engine/__init__.py")
    assert all(path_of(name).exists() for name in modules())


def test_a_module_has_tests_of_its_own_name() -> None:
    assert own_tests("lines")[-1].name == "test_lines.py"
    assert [path.parent.name for path in own_tests("engine.matrices")] == ["engine"]

"""What is known of Dutch words: verbs, particles, adjectives, agents, acronyms."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pipeline.labels import grammar, verbs
from pipeline.labels.verbs import Reading


@pytest.mark.parametrize(
    "word",
    ["Onderzoekt", "Borduurt", "Schuift", "Kiest", "Financiert", "Initieert", "Creëert", "Gaat",
     "Ziet", "Kan", "Heeft", "Beklimt", "Mest", "Her-evalueert"],
)  # fmt: skip
def test_a_regular_irregular_or_modal_third_person_is_a_finite_verb(word: str) -> None:
    assert verbs.third_person_singular(word) >= Reading.LIKELY


@pytest.mark.parametrize("word", ["Controleerd", "Bespeeld", "Leverd", "Verleid"])
def test_a_d_written_for_a_t_is_still_likely_a_verb(word: str) -> None:
    assert verbs.third_person_singular(word) is Reading.LIKELY


@pytest.mark.parametrize("word", ["Brand", "Hoofd", "Tijd", "Beleid", "Bestand", "Friesland"])
def test_a_noun_or_country_in_d_is_no_misspelt_verb(word: str) -> None:
    assert verbs.third_person_singular(word) is Reading.NONE


@pytest.mark.parametrize("word", ["Streamt", "Debugt", "Faciliteert", "Mailt"])
def test_a_loan_verb_is_likely_by_its_stem_or_ending(word: str) -> None:
    assert verbs.third_person_singular(word) >= Reading.LIKELY


@pytest.mark.parametrize("word", ["Klant", "Dienst", "Student", "Soldaat", "Kracht", "Kunst"])
def test_a_noun_in_t_is_never_a_certain_verb(word: str) -> None:
    assert verbs.third_person_singular(word) < Reading.CERTAIN


@pytest.mark.parametrize("word", ["Het", "Met", "Niet", "Tot", "Uit", "Dat"])
def test_a_function_word_in_t_is_no_verb(word: str) -> None:
    assert verbs.third_person_singular(word) is Reading.NONE


@pytest.mark.parametrize("word", ["Delft", "Utrecht", "Dordrecht", "Maastricht"])
def test_a_town_in_t_is_at_most_a_guess(word: str) -> None:
    assert verbs.third_person_singular(word) <= Reading.GUESSED


@pytest.mark.parametrize("word", ["Plant", "Rust", "Start"])
def test_a_form_that_is_noun_and_verb_is_likely_and_not_certain(word: str) -> None:
    assert Reading.LIKELY <= verbs.third_person_singular(word) < Reading.CERTAIN


@pytest.mark.parametrize("word", ["Zijn", "Kunnen", "Schakelen", "Aanvoelen", "Opstellen", "Tonen"])
def test_a_plural_verb_is_known_even_where_a_noun_hides_it(word: str) -> None:
    assert verbs.third_person_plural(word) >= Reading.LIKELY


@pytest.mark.parametrize("word", ["Klanten", "Diensten", "Adviezen", "Dieren", "Van", "Regels"])
def test_a_plural_noun_is_no_plural_verb(word: str) -> None:
    assert verbs.third_person_plural(word) is Reading.NONE


@pytest.mark.parametrize(
    ("verb", "particle"), [("Bergt", "op"), ("Haalt", "in"), ("Reikt", "uit"), ("Werken", "samen")]
)
def test_a_verb_and_its_particle_make_a_separable_verb(verb: str, particle: str) -> None:
    assert verbs.is_separable(verb, particle)


def test_a_noun_and_a_preposition_make_no_separable_verb() -> None:
    assert not verbs.is_separable("contact", "in")


def test_an_adjective_without_e_is_told_from_nouns_and_function_words() -> None:
    assert all(map(grammar.is_uninflected_adjective, ("Zelfstandig", "Gericht", "Creatief")))
    assert not any(map(grammar.is_uninflected_adjective, ("Soldaat", "Inzicht", "Zonder")))


def test_an_adjective_in_e_waits_for_its_noun() -> None:
    assert grammar.is_inflected_adjective("landelijke")
    assert not grammar.is_inflected_adjective("methode")


def test_somebody_who_does_something_is_known_by_the_ending() -> None:
    assert all(map(grammar.is_agent, ("Bakker", "Tuinman", "Regisseur", "Verpleegkundige")))
    assert not grammar.is_agent("Bediening")


def test_knowledge_items_open_with_a_noun_and_its_preposition() -> None:
    assert grammar.heads_knowledge("Materiaalkennis", "van")
    assert grammar.heads_knowledge("Inzicht", "in")
    assert not grammar.heads_knowledge("Inzicht", "verschaffen")


def test_an_acronym_is_one_unless_it_heads_a_compound() -> None:
    assert all(map(grammar.is_acronym, ("AVG", "AI", "B2B", "PowerPoint", "A", "NEN-EN")))
    assert not any(map(grammar.is_acronym, ("HR-adviseur", "Toont", "Oud-Hollandse")))


def test_the_lemma_table_is_not_loaded_by_the_import() -> None:
    code = (
        "import sys, pipeline.interpret.flattened as f;"
        "f.split_flattened('Toont', 'indicators');"
        "sys.exit('simplemma' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

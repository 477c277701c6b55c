"""Classes of Dutch words and endings, as `dutch.toml` lists them; `grammar` has the rules."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

_LISTED: Final[Mapping[str, Any]] = tomllib.loads(
    files("pipeline.labels").joinpath("dutch.toml").read_text("utf-8")
)


def _words(name: str) -> frozenset[str]:
    """The words of a class."""
    return frozenset(_LISTED[name].split())


def _endings(name: str) -> tuple[str, ...]:
    """The endings, prefixes or parts of words of a class, as `startswith` and `endswith` ask."""
    return tuple(_LISTED[name].split())


def _heads(name: str) -> Mapping[str, frozenset[str]]:
    """By the first word of an expression those that may follow it."""
    return {head: frozenset(following.split()) for head, following in _LISTED[name].items()}


DETERMINERS = _words("determiners")
POSSESSIVE_OR_VERB = _words("possessive_or_verb")
PREPOSITIONS = _words("prepositions")
PREPOSITIONS_AND_PARTICLES = _words("prepositions_and_particles")
PURE_PARTICLES = _words("pure_particles")
CONJUNCTIONS = _words("conjunctions")
FUNCTION_WORDS = (
    DETERMINERS
    | POSSESSIVE_OR_VERB
    | PREPOSITIONS
    | PREPOSITIONS_AND_PARTICLES
    | CONJUNCTIONS
    | PURE_PARTICLES
    | _words("other_function_words")
)
OBJECT_OPENERS = DETERMINERS | _words("other_object_openers")
NAMING_HEADS = _words("naming_heads")
CLOSING_ABBREVIATIONS = _words("closing_abbreviations")
GOVERNING_ABBREVIATIONS = _words("governing_abbreviations")
IRREGULAR_SINGULAR = _words("irregular_singular")
IRREGULAR_PLURAL = _words("irregular_plural")
PLACES_LIKE_VERBS = _words("places_like_verbs")
SKILL_VERBS = _words("skill_verbs")
OPENING_ADVERBS = _words("opening_adverbs")
AGENT_EXCEPTIONS = _words("agent_exceptions")
KNOWLEDGE_ENDINGS = _endings("knowledge_endings")
PROOFS_OF_SKILL = _endings("proofs_of_skill")
ADJECTIVE_ENDINGS = _endings("adjective_endings")
AGENT_ENDINGS = _endings("agent_endings")
VERB_PREFIXES = _endings("verb_prefixes")
DERIVING_PREFIXES = _endings("deriving_prefixes")
ATTESTING_PREFIXES = _endings("attesting_prefixes")
KNOWLEDGE_HEADS = _heads("knowledge_heads")
QUALITY_HEADS = _heads("quality_heads")

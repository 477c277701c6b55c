"""What is known of Dutch besides its verbs: which words can open an item of which kind.

Open classes (adjectives, names of persons) come from morphology and from the lemma table, closed
ones from lists (`word_classes`). What is refused: lists of first names or brands.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.labels import word_classes
from pipeline.labels.verbs import is_verb, lemma_of, with_infinitive_ending


def is_uninflected_adjective(word: str) -> bool:
    """Whether a word is an adjective without -e, as in `Proactief in ...` or `Klantgericht`."""
    lowered = word.lower()
    if lowered in word_classes.FUNCTION_WORDS or len(lowered) < 4:
        return False
    if any(lemma_of(lowered + ending) == lowered for ending in ("en", "je")):
        return False  # `Soldaat`: a noun
    if any(lemma_of(form) == lowered for form in _inflected(lowered)) or is_participle(lowered):
        return True
    return lowered.endswith(word_classes.ADJECTIVE_ENDINGS) and lemma_of(lowered) in (lowered, None)


def is_participle(word: str) -> bool:
    """Whether a lower-case word is a participle used as adjective: `gericht`, `ondernemend`."""
    if word.endswith("end"):
        return is_verb(word[:-1])
    lemma = lemma_of(word)
    if lemma is None or lemma == word or not lemma.endswith("n"):
        return False
    particles = word_classes.PREPOSITIONS_AND_PARTICLES | word_classes.PURE_PARTICLES
    inner = any(word.startswith(particle + "ge") for particle in particles)
    return (word.startswith("ge") or inner) and word.endswith(("d", "t", "en"))


def _inflected(adjective: str) -> Iterator[str]:
    """The forms in -e that an adjective may have: `proactieve`, `stille`, `open` has none."""
    for infinitive in with_infinitive_ending(adjective):
        if infinitive.endswith("en"):
            yield infinitive[:-1]


def is_inflected_adjective(word: str) -> bool:
    """Whether a lower-case word is an adjective in -e, after which its noun is still to come."""
    if not word.endswith("e") or len(word) < 4:
        return False
    lemma = lemma_of(word)
    return lemma is not None and lemma != word and not lemma.endswith(("e", "n"))


def is_agent(word: str) -> bool:
    """Whether a word names somebody who does something: `Projectleider`, `Monteur`, `Chef`."""
    lowered = word.lower().rpartition("/")[2]
    return (
        lowered.endswith(word_classes.AGENT_ENDINGS)
        and lowered not in word_classes.AGENT_EXCEPTIONS
    )


def heads_knowledge(word: str, following: str) -> bool:
    """Whether two words open a knowledge item: `Kennis van`, `Basiskennis van`, `In bezit`."""
    lowered = word.lower()
    after = word_classes.KNOWLEDGE_HEADS.get(lowered)
    if after is None and lowered.endswith("kennis"):
        after = word_classes.KNOWLEDGE_HEADS["kennis"]
    return after is not None and following.lower() in after


def heads_quality(word: str, following: str) -> bool:
    """Whether two words say a quality without a verb: `Oog voor`, `Bereid om`, `Eerlijk in`."""
    lowered, after = word.lower(), following.lower()
    if after in word_classes.QUALITY_HEADS.get(lowered, ()):
        return True
    governed = (
        after in word_classes.PREPOSITIONS or after in word_classes.PREPOSITIONS_AND_PARTICLES
    )
    return governed and is_uninflected_adjective(lowered)


def is_field_of_knowledge(word: str) -> bool:
    """Whether a word names a kind of knowledge or skill: `Warenkennis`, `Rekenvaardigheden`."""
    return word.lower().endswith(word_classes.KNOWLEDGE_ENDINGS)


def is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym or product name: `AI`, `AVG`, `PowerPoint`, `B2B`.

    An acronym that heads a compound (`ICT-beheerder`) is an ordinary word.
    """
    head, hyphen, tail = word.partition("-")
    if hyphen and tail[:1].islower() and len(tail) > 2:
        return False
    return len(word) == 1 or any(sign.isupper() or sign.isdigit() for sign in head[1:])

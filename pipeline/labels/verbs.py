"""Dutch verbs: is a word a finite one, and how sure is that; what infinitives may it belong to.

A word turns into a reading. Open classes come from morphology and from the lemma table of
simplemma (MIT), closed ones from lists (`word_classes`). What is refused: lists of verbs; a word
that neither the table nor morphology knows stays unknown, and the caller prefers not to split
there.

A word is looked up where it lies in the list of simplemma (`document.word_index`): some 0.01 ms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from pipeline.document.dutch_words import lemma_table
from pipeline.labels import word_classes

# Sound rules of the spelling: `geef` - `geven`, `lees` - `lezen`.
_VOICED = {"f": "v", "s": "z"}
_LONG_VOWEL = re.compile(r"(aa|ee|oo|uu)([bcdfghjklmnpqrstvwxz])$")
_DIAERESIS = re.compile(r"(?:(i)e|ë)e([bcdfghjklmnpqrstvwxz])$")
_SHORT_SYLLABLE = re.compile(r"(?:^|[^aeiou])[aeiou][bcdfghklmnprst]$")
_ONE_SHORT_SYLLABLE = re.compile(r"^[bcdfghjklmnpqrstvwxz]*[aeiou][bcdfgklmnprstz]$")
_OPEN_SYLLABLE = re.compile(r"[^aeiou][aeou][bcdfghjklmnpqrstvwz]$")


class Reading(IntEnum):
    """How sure a word has the reading that was asked for."""

    NONE = 0
    GUESSED = 1  # only its shape says so: a loan verb, or a name
    LIKELY = 2  # the word is a noun too (`Plant`), or is misspelt, or derived
    PROBABLE = 3  # there is a noun, but the table prefers the verb: `Leest`, `Zet`
    CERTAIN = 4


def lemma_of(word: str) -> str | None:
    """The lemma of a word form, or None; `op_stellen` in the table is `opstellen`."""
    lemma = lemma_table().get(word)
    return lemma.replace("_", "") if lemma is not None else None


def with_infinitive_ending(stem: str) -> Iterator[str]:
    """The infinitives that a verb stem may belong to: `maak` - `maken`, `stel` - `stellen`."""
    if not stem:
        return
    # A short vowel in the only syllable doubles the consonant (`stel` - `stellen`); in a later
    # syllable it may not (`regel` - `regelen`).
    bodies = [] if _ONE_SHORT_SYLLABLE.match(stem) else [stem]
    if _LONG_VOWEL.search(stem):
        bodies.append(_LONG_VOWEL.sub(lambda found: found[1][0] + found[2], stem))
    if _DIAERESIS.search(stem):
        bodies.append(_DIAERESIS.sub(r"\1ë\2", stem))
    if _SHORT_SYLLABLE.search(stem):
        bodies.append(stem + stem[-1])
    for body in bodies:
        yield body + "en"
        if body[-1] in _VOICED:
            yield body[:-1] + _VOICED[body[-1]] + "en"
    if stem.endswith(("ie", "ee")):
        yield stem[:-1] + "ën" if stem.endswith("iee") else stem + "ën"
    yield stem + "n"  # gaan, staan, doen, zien


def _stems(infinitive: str) -> Iterator[str]:
    """The stems that an infinitive may have: `maken` - `maak`, `regelen` - `regel`."""
    if infinitive.endswith("ën"):
        yield infinitive[:-2]
        return
    if not infinitive.endswith("en"):
        yield infinitive[:-1]
        return
    body = infinitive[:-2]
    for end in (body, body[:-1] + {"v": "f", "z": "s"}.get(body[-1:], body[-1:])):
        yield end
        if len(end) > 1 and end[-1] == end[-2]:
            yield end[:-1]
        if _OPEN_SYLLABLE.search(end):
            yield end[:-1] + end[-2] + end[-1]


@lru_cache(maxsize=8192)
def is_verb(infinitive: str) -> bool:
    """Whether the table knows forms that only a verb has: `toonde` - `tonen`, not `klanten`.

    The table gives each form one lemma, so a plural noun hides the infinitive of the same
    spelling (`tonen` - `toon`); the past tense and the participle do not.
    """
    if infinitive in word_classes.IRREGULAR_PLURAL:
        return True
    if len(infinitive) < 4 or not infinitive.endswith("n"):
        return False
    for stem in _stems(infinitive):
        forms = (f"{stem}t", f"{stem}de", f"{stem}te", f"ge{stem}d", f"ge{stem}t")
        if any(form != infinitive and lemma_of(form) == infinitive for form in forms):
            return True
    # Rarer derivations stand in the table as an infinitive alone: `ontvetten`. Where a noun hides
    # all forms of a simple verb, its derivations show it: `wijzen` - `aanwijzen`, `bewijzen`.
    derived = (prefix + infinitive for prefix in word_classes.ATTESTING_PREFIXES)
    own = (
        infinitive.startswith(word_classes.DERIVING_PREFIXES) and lemma_of(infinitive) == infinitive
    )
    if infinitive.startswith("be") and is_verb(infinitive[2:]):
        return True  # besluiten, of which `besluit` hides the form
    return own or any(lemma_of(form) == form for form in derived)


@lru_cache(maxsize=8192)
def _infinitives_of(form: str) -> tuple[str, ...]:
    """The infinitives of the verbs of which a form is the third person singular."""
    if not form.endswith("t"):
        return ()
    table_says = lemma_of(form)
    candidates = dict.fromkeys([*with_infinitive_ending(form[:-1]), *with_infinitive_ending(form)])
    return tuple(found for found in candidates if table_says == found or is_verb(found))


def is_noun(word: str) -> bool:
    """Whether the table knows a word as a noun: its own lemma, or that of a plural of it."""
    if lemma_of(word) == word:
        return True
    return any(lemma_of(word + ending) == word for ending in ("s", "en", "je"))


def third_person_singular(word: str) -> Reading:
    """How sure a word is a finite verb in the third person singular: `Toont`, `Kan`, `Coacht`."""
    lowered = word.lower().rpartition("-")[2]
    if lowered in word_classes.IRREGULAR_SINGULAR:
        return Reading.CERTAIN
    if lowered in word_classes.FUNCTION_WORDS or len(lowered) < 3:
        return Reading.NONE
    return _unless_place(lowered, _third_person(lowered))


def opening_verb(chars: str) -> Reading:
    """How sure a text opens with a verb of which somebody is the subject."""
    words = chars.split(maxsplit=1)
    return third_person_singular(words[0]) if words else Reading.NONE


def _unless_place(word: str, reading: Reading) -> Reading:
    """A reading as a verb, which is only a guess for a word that is a place too."""
    return min(reading, Reading.GUESSED) if word in word_classes.PLACES_LIKE_VERBS else reading


@lru_cache(maxsize=8192)
def _third_person(word: str) -> Reading:
    if word.endswith("t"):
        if _infinitives_of(word):
            return _listed_verb(word)
        return _unlisted_verb(word) if lemma_of(word) is None else Reading.NONE
    if word.endswith("d"):
        return _misspelt_verb(word)
    return Reading.NONE


def _listed_verb(word: str) -> Reading:
    """How a form of a known verb reads, given the nouns of the same spelling."""
    lemma, infinitives = lemma_of(word), _infinitives_of(word)
    if not is_noun(word):
        if any(found in (lemma, lemma_of(found)) for found in infinitives):
            return Reading.CERTAIN
        return Reading.LIKELY if lemma is None else Reading.PROBABLE
    return Reading.PROBABLE if lemma in infinitives else Reading.LIKELY


def _misspelt_verb(word: str) -> Reading:
    """-d or -dt dropped or written for -t: `Beoordeeld`, `Begeleid`; a noun (`Brand`) is none."""
    if lemma_of(word) == word:
        return Reading.NONE
    meant = _infinitives_of(word[:-1] + "t") or _infinitives_of(word + "t")
    return Reading.LIKELY if meant or word.endswith("eerd") else Reading.NONE


def _unlisted_verb(word: str) -> Reading:
    """A verb form that the table lacks: derived, compound, of foreign stem, or only its shape."""
    if word.endswith("eert") and len(word) > 6:
        return Reading.LIKELY
    for cut in range(2, len(word) - 3):
        first, second = word[:cut], word[cut:]
        derived = first in word_classes.VERB_PREFIXES or (cut > 2 and lemma_of(first) == first)
        if derived and lemma_of(second) in _infinitives_of(second):
            return Reading.LIKELY
    stem = word[:-1]
    if lemma_of(stem) is not None and not stem.endswith("t"):
        return Reading.LIKELY  # coach - coacht
    return Reading.GUESSED


def third_person_plural(word: str) -> Reading:
    """How sure a word is a third person plural or an infinitive: `Zijn`, `Werken`, `Opstellen`."""
    lowered = word.lower()
    if lowered in word_classes.IRREGULAR_PLURAL:
        return Reading.CERTAIN
    if lowered in word_classes.FUNCTION_WORDS or not lowered.endswith("n"):
        return Reading.NONE
    if is_verb(lowered):
        # `kosten`: where the table takes the form for a plural noun, so may the writer.
        sure = Reading.CERTAIN if lemma_of(lowered) == lowered else Reading.LIKELY
        return _unless_place(lowered, sure)
    return Reading.LIKELY if _particle_verb(lowered) else Reading.NONE


def _particle_verb(infinitive: str) -> bool:
    """Whether a word is a particle with an infinitive: `aanvoelen`."""
    particles = word_classes.PREPOSITIONS_AND_PARTICLES | word_classes.PURE_PARTICLES
    return any(
        infinitive[:cut] in particles and is_verb(infinitive[cut:])
        for cut in range(2, len(infinitive) - 3)
    )


@lru_cache(maxsize=8192)
def is_separable(form: str, particle: str) -> bool:
    """Whether a finite form and a particle make a known verb: `stelt` and `op` - `opstellen`."""
    word = form.lower()
    if lemma_of(particle + word) is not None:
        return True
    infinitives = (word,) if word.endswith("n") else _infinitives_of(word)
    return any(lemma_of(particle + infinitive) is not None for infinitive in infinitives)

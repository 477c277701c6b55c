"""Does a word open an item? What grammar, and the rest of the document, say of it."""

from __future__ import annotations

from pipeline.interpret.flattened.text import FIXED_OPENER, IMPOSSIBLE, FlatText, verb_reading
from pipeline.interpret.flattened.words import Word
from pipeline.labels import grammar, verbs, word_classes
from pipeline.labels.verbs import Reading

# On the scale of text.py.
SEEN_OPENER = 2.0  # the document has an item elsewhere that starts with this word
SEEN_LOWER_CASE = 0.5  # prose writes it without: so a capital here has a reason
SEEN_NAME = -4.0  # prose writes this word with a capital in mid-sentence
VERB_SCORES = {
    Reading.NONE: 0.0,
    Reading.GUESSED: 0.5,
    Reading.LIKELY: 3.0,
    Reading.PROBABLE: 4.0,
    Reading.CERTAIN: 5.0,
}


def opener_score(flat: FlatText, index: int) -> float:
    """How well a word opens an item of the list's kind."""
    word = flat.words[index]
    if flat.kind == "source_documents":
        return 0.0  # the year before the boundary decides
    if grammar.is_acronym(word.bare) and not _heads_occupation(flat, index):
        return IMPOSSIBLE
    grammatical, evident = grammatical_score(flat, index), _evidence_score(flat, word)
    if grammatical or evident >= SEEN_OPENER:
        return grammatical + evident
    return IMPOSSIBLE


def _heads_occupation(flat: FlatText, index: int) -> bool:
    """Whether an acronym starts the name of an occupation: `ICT beheerder`."""
    after = flat.following(index)
    if flat.kind != "occupations" or after is None:
        return False
    return after.bare.islower() and grammar.is_agent(after.bare)


def grammatical_score(flat: FlatText, index: int) -> float:
    """What grammar says of the opener; 0 where it says nothing."""
    if flat.kind == "names":
        return 0.0  # any word can start a name: only the document itself can tell
    if flat.kind == "occupations":
        return _occupation_score(flat, index)
    word, after = flat.words[index], flat.following(index)
    if flat.kind == "knowledge_and_skills" and (
        word.bare in word_classes.SKILL_VERBS or _opens_knowledge(word, after)
    ):
        return FIXED_OPENER
    verb = _verb_score(flat, index)
    return verb if verb else _verbless_score(flat, index)


def _opens_knowledge(word: Word, after: Word | None) -> bool:
    """Whether words open a knowledge item: `Kennis van`, `Brede kennis`, `Warenkennis`."""
    if after is not None and grammar.heads_knowledge(word.bare, after.written):
        return True
    if word.lowered.endswith(word_classes.PROOFS_OF_SKILL) and after is not None:
        return after.bare.islower() or after.bare.isupper()
    if grammar.is_inflected_adjective(word.lowered) and after is not None:
        return after.bare.islower() and grammar.is_field_of_knowledge(after.bare)
    return grammar.is_field_of_knowledge(word.bare)


def _verb_score(flat: FlatText, index: int) -> float:
    """How well a word opens an item as its finite verb."""
    word = flat.words[index]
    reading = verb_reading(flat, word.bare)
    if reading is Reading.NONE:
        return 0.0
    return VERB_SCORES[reading] + _object_score(flat, index, reading)


def _object_score(flat: FlatText, index: int, reading: Reading) -> float:
    """Whether what follows the verb can follow a finite verb that opens an item."""
    after = flat.following(index)
    if after is None:
        return 0.0 if reading is Reading.CERTAIN else -2.0
    if after.lowered in {"en", "of"} or after.written in {"&", "+"}:
        return _coordination_score(flat, index)
    if after.lowered in word_classes.OBJECT_OPENERS:
        return 1.0
    if verbs.third_person_singular(after.bare) is Reading.CERTAIN and not after.is_capitalised:
        return -1.0 if reading is Reading.CERTAIN else -3.0  # `Utrecht heeft`
    if after.is_capitalised:
        return -0.5 if reading is Reading.CERTAIN else -1.5
    before = flat.words[index - 1]
    if reading is Reading.GUESSED and after.lowered not in word_classes.FUNCTION_WORDS:
        # A name needs something to link it to the words before; an object is no link.
        return 1.0 if before.bare.islower() else 0.0
    return 0.0


def _coordination_score(flat: FlatText, index: int) -> float:
    """`Signaleert en meldt`, `Controleert of de` open an item, `Rust en Vreugd` is a name."""
    if index + 2 >= len(flat.words):
        return -4.5
    link, second = flat.words[index + 1 : index + 3]
    if second.is_capitalised:
        # A certain verb asks: `Controleert of VCA-regels worden nageleefd`.
        asks = link.lowered == "of" and (
            verb_reading(flat, flat.words[index].bare) is Reading.CERTAIN
        )
        return -0.5 if asks else -4.5
    if link.lowered == "of" or verb_reading(flat, second.bare) >= Reading.LIKELY:
        return 0.0
    return -4.5


def _verbless_score(flat: FlatText, index: int) -> float:
    """How well a word opens an item without a verb: `Met oog voor ...`, `Proactief in ...`.

    In mid-sentence such a word is not written with a capital unless in a title.
    """
    word, after = flat.words[index], flat.following(index)
    quality = grammar.is_uninflected_adjective(word.bare)
    if flat.mode == "quality" and quality and flat.kind == "attitude":
        return 3.0
    if after is None or after.is_capitalised or flat.kind == "knowledge_and_skills":
        return 0.0
    if flat.words[index - 1].is_capitalised:
        return 0.0  # two capitals in a row are rather a title: `Start Smart in ...`
    adverbial = word.lowered in word_classes.PREPOSITIONS | word_classes.OPENING_ADVERBS
    if adverbial or grammar.heads_quality(word.bare, after.bare):
        return 2.0
    return 2.0 if quality and _coordinates_qualities(flat, index) else 0.0


def _coordinates_qualities(flat: FlatText, index: int) -> bool:
    """Whether `<Adjective> en <adjective>` follows: `Rustig en beleefd tegen klanten`."""
    if index + 2 >= len(flat.words) or flat.words[index + 1].lowered != "en":
        return False
    return grammar.is_uninflected_adjective(flat.words[index + 2].bare)


def _occupation_score(flat: FlatText, index: int) -> float:
    """How well a word opens the name of an occupation; whether the name is one is scored whole."""
    after = flat.following(index)
    if grammar.is_agent(flat.words[index].bare):
        return 3.5
    return 2.0 if after is not None and not after.is_capitalised else 1.5


def _evidence_score(flat: FlatText, word: Word) -> float:
    """What the rest of the document knows of the opener."""
    evidence, score = flat.evidence, 0.0
    if word.bare in evidence.openers:
        score += SEEN_OPENER
    elif word.bare in evidence.names:
        score += SEEN_NAME
    elif word.lowered in evidence.lower_case and flat.kind != "names":
        score += SEEN_LOWER_CASE
    return score

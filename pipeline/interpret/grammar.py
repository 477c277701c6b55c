"""What is known of Dutch: which words can open an item, and which words cannot end one.

A word turns into a reading (`is it a finite verb, and how sure is that?`). Open classes (verbs,
nouns, adjectives) come from morphology and from the lemma table of simplemma (MIT), closed classes
are the constants below. What is refused: lists of verbs, first names or brands; a word that
neither the table nor morphology knows stays unknown, and the caller prefers not to split there.

The table is loaded on first use: 0.3 s and some 55 MB (measured), too much for a document without a
flattened list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import lru_cache

from pipeline.document.dutch_words import lemma_table


def _words(listed: str) -> frozenset[str]:
    """A class of words from a line of them."""
    return frozenset(listed.split())


# --- closed classes -------------------------------------------------------------------------

# After an article, possessive, demonstrative, quantifier or a word that grades what follows, the
# noun group is still open, so a capital there belongs to the group (`de Arbowet`, `het Duits`).
DETERMINERS = _words(
    "de het een deze dit dat die elke elk ieder iedere alle geen hun haar mijn ons onze uw "
    "jouw diens wier welk welke zulke zo'n enkele enige sommige beide meer minder minstens "
    "minimaal maximaal circa ongeveer"
)

# `zijn` is a possessive and an infinitive, so an item may end in it (`weet hoe dingen zijn`).
POSSESSIVE_OR_VERB = frozenset({"zijn"})

# Words that only ever stand before what they govern: after them no item can start.
PREPOSITIONS = _words(
    "van met tot tussen tegen volgens zonder per sinds tijdens naar naast onder vanuit vanaf "
    "vanwege wegens ondanks namens conform via rond rondom langs binnen buiten omtrent "
    "betreffende inzake jegens krachtens middels mits te ten ter richting exclusief inclusief "
    "gedurende dankzij omstreeks à"
)

# Prepositions that are separable particles too: `vult de bon in | Zekert` but `in Rotterdam`.
PREPOSITIONS_AND_PARTICLES = _words("aan achter bij boven door in na om op over uit voor")

# Particles that are no prepositions: they close a clause and govern nothing.
PURE_PARTICLES = _words(
    "af bijeen binnen buiten dicht goed heen klaar kwijt los mee neer omhoog open opnieuw plaats "
    "rond samen stil tegen teleur terug thuis toe uiteen vast vol vooraf voort voorop waar weer "
    "weg langs onder"
)

# After a conjunction, a relative word or `zoals` the sentence goes on.
CONJUNCTIONS = _words(
    "en of maar want dus noch als dan zoals alsook alsmede evenals omdat doordat zodat opdat "
    "terwijl wanneer hoewel voordat nadat totdat indien tenzij waarbij waardoor waarin waarmee "
    "waarop waarvan waaraan waaronder hoe wie wiens waarom en/of & +"
)

FUNCTION_WORDS = (
    DETERMINERS
    | POSSESSIVE_OR_VERB
    | PREPOSITIONS
    | PREPOSITIONS_AND_PARTICLES
    | CONJUNCTIONS
    | PURE_PARTICLES
    | _words(
        "ik jij je hij zij ze wij we jullie u hem hen er hier daar daarna daarnaast daarbij "
        "daarom hierbij hieronder hierdoor vervolgens ook niet wel wat niets iets men zich nog "
        "dan toen nu tevens bovendien verder eerst"
    )
)

# Verb forms start an object: `Meet de ...`, `Verdiept zich ...`. A name is not so followed.
OBJECT_OPENERS = DETERMINERS | frozenset({"zich", "zijn", "er", "wat", "hoe", "of", "dat"})

# Nouns and titles that take a name in apposition (`afdeling Start`, `stichting Help`,
# `mevrouw Smit`): the capital after them starts the name. Kinds of thing, no names themselves.
NAMING_HEADS = _words(
    "actie afdeling app applicatie artikel basisschool beurs boek bureau cao campagne "
    "categorie college collega commissie cursus dag dokter dhr dhr. dossier faculteit familie "
    "film firma folder fonds formulier gemeente groep heer hogeschool hotel initiatief instituut "
    "keurmerk klasse leverancier locatie loket meester meneer merk methode methodiek mevrouw "
    "mevr mevr. ministerie model module museum mw mw. niveau norm notaris opleiding organisatie "
    "paragraaf platform programma project provincie regio restaurant richtlijn school serie site "
    "software stad station stichting systeem team theater thema tool training type uitgave "
    "universiteit vereniging versie wet werkgroep wijk ziekenhuis"
)

# Abbreviations that close an enumeration, so an item may end in them.
CLOSING_ABBREVIATIONS = _words("e.d. ed. etc. enz. e.a. o.i.d. e.v. jr. a.u.b. jl.")

# Abbreviations of one word that govern what follows (those of several letters with inner
# points, such as `m.b.t.`, are recognised by their shape).
GOVERNING_ABBREVIATIONS = _words(
    "bijv. bv. nr. nrs. incl. excl. evt. resp. ca. max. min. art. mevr. dhr. mw. dr. mr. prof. "
    "ir. ing. drs. ds. st. afd. zgn. vgl. hfst. blz. pag. tel. zg. div. versch. wo. tov. mbt. "
    "obv. dmv. bijz. gem. m.n. i.h.b. o.a."
)

# Verbs whose third person follows no rule of spelling, and the modals, which have no -t.
IRREGULAR_SINGULAR = _words(
    "is heeft kan mag wil moet zal weet doet gaat staat slaat ziet hoeft komt wordt houdt "
    "biedt durft laat dient blijft"
)
IRREGULAR_PLURAL = _words(
    "zijn hebben kunnen mogen willen moeten zullen weten doen gaan staan slaan zien hoeven komen "
    "worden houden bieden durven laten dienen blijven"
)

# Dutch places that are spelt as a verb form: `in Delft`, `te Houten`. A closed class: there are
# some 2,500 place names, and these are the towns that morphology takes for a verb.
PLACES_LIKE_VERBS = _words(
    "delft soest zeist elst best velp weert leiden assen houten bergen kampen buren dieren "
    "drachten duiven kerken velden emmen hoorn baarn"
)

# Heads of knowledge items and the words that follow them in that use.
KNOWLEDGE_HEADS: Mapping[str, frozenset[str]] = {
    "kennis": frozenset({"van", "over", "omtrent", "op", "m.b.t.", "en", "met", "inzake"}),
    "inzicht": frozenset({"in", "en", "van"}),
    "begrip": frozenset({"van", "voor"}),
    "ervaring": frozenset({"met", "in", "als"}),
    "vaardig": frozenset({"in", "met"}),
    "vaardigheid": frozenset({"in", "om", "met"}),
    "vaardigheden": frozenset({"in", "op", "om"}),
    "beheersing": frozenset({"van"}),
    "bekend": frozenset({"met"}),
    "bekendheid": frozenset({"met"}),
    "bekwaam": frozenset({"in", "om"}),
    "affiniteit": frozenset({"met"}),
    "vertrouwd": frozenset({"met"}),
    "gevoel": frozenset({"voor"}),
    "in": frozenset({"staat", "bezit", "het"}),
    "op": frozenset({"hoogte", "de"}),
}

# Nouns in these endings are themselves things to know or to be able to do.
KNOWLEDGE_ENDINGS = ("kennis", "vaardigheid", "vaardigheden", "inzicht", "beheersing")

# Adverbs that open an item without a verb (`Altijd bereid om ...`).
OPENING_ADVERBS = _words(
    "altijd steeds nooit zowel mede graag zo zeer actief samen zelf vaak meestal telkens dagelijks "
    "wekelijks indien waar als"
)

# Expressions that say a quality without a verb, by head and the word that follows it.
QUALITY_HEADS: Mapping[str, frozenset[str]] = {
    "oog": frozenset({"voor"}),
    "aandacht": frozenset({"voor"}),
    "respect": frozenset({"voor"}),
    "begrip": frozenset({"voor"}),
    "hart": frozenset({"voor"}),
    "gevoel": frozenset({"voor"}),
    "bereid": frozenset({"om", "tot"}),
    "sterk": frozenset({"in"}),
    "goed": frozenset({"in"}),
}

# Suffixes of adjectives, for words that the table does not know and for lists of qualities.
ADJECTIVE_ENDINGS = tuple(
    sorted(
        _words(
            "gericht bestendig bewust vaardig baar ig lijk isch zaam loos vol rijk ief iaal eel "
            "aal bel eus air ent ant eet ieel iel ement waardig vast vrij matig"
        )
    )
)

# Suffixes and last members of compounds that make the name of somebody who does something.
AGENT_ENDINGS = tuple(
    sorted(
        _words(
            "er or eur euse aar ist iste ant ante ent ente ster trice man vrouw heer dame hulp "
            "hoofd chef coach kok bode meester arts kundige ende genoot juf engineer trainee "
            "stagiair conciërge lid directie baas gids schap oog iater ica icus aris eut oot oos "
            "cien ess ward expert tolk smid ista lead knecht kapitein"
        )
    )
)
AGENT_EXCEPTIONS = _words("over onder meer minder verder ander junior senior")

# Prefixes of verbs that leave the second part a verb.
VERB_PREFIXES = tuple(sorted(_words("be ge ver ont her er mis voor over onder door om re de")))

# Prefixes that make verbs only, so that `ont...en`, its own lemma, is an infinitive.
DERIVING_PREFIXES = ("ont", "her", "ver")

# Prefixes and particles that nouns in -en do not take, or not with themselves for a lemma.
ATTESTING_PREFIXES = ("be", "ver", "ont", "aan", "af", "op", "uit", "in", "toe")

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


# --- the lemma table ------------------------------------------------------------------------


def lemma_of(word: str) -> str | None:
    """The lemma of a word form, or None; `op_stellen` in the table is `opstellen`."""
    lemma = lemma_table().get(word)
    return lemma.replace("_", "") if lemma is not None else None


# --- verbs ----------------------------------------------------------------------------------


def _with_infinitive_ending(stem: str) -> Iterator[str]:
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
    if infinitive in IRREGULAR_PLURAL:
        return True
    if len(infinitive) < 4 or not infinitive.endswith("n"):
        return False
    for stem in _stems(infinitive):
        forms = (f"{stem}t", f"{stem}de", f"{stem}te", f"ge{stem}d", f"ge{stem}t")
        if any(form != infinitive and lemma_of(form) == infinitive for form in forms):
            return True
    # Rarer derivations stand in the table as an infinitive alone: `ontvetten`. Where a noun hides
    # all forms of a simple verb, its derivations show it: `wijzen` - `aanwijzen`, `bewijzen`.
    derived = (prefix + infinitive for prefix in ATTESTING_PREFIXES)
    own = infinitive.startswith(DERIVING_PREFIXES) and lemma_of(infinitive) == infinitive
    if infinitive.startswith("be") and is_verb(infinitive[2:]):
        return True  # besluiten, of which `besluit` hides the form
    return own or any(lemma_of(form) == form for form in derived)


def infinitives_of(form: str) -> tuple[str, ...]:
    """The infinitives of the verbs of which a form is the third person singular."""
    return _infinitives_of(form.lower())


@lru_cache(maxsize=8192)
def _infinitives_of(form: str) -> tuple[str, ...]:
    if not form.endswith("t"):
        return ()
    table_says = lemma_of(form)
    candidates = dict.fromkeys(
        [*_with_infinitive_ending(form[:-1]), *_with_infinitive_ending(form)]
    )
    return tuple(found for found in candidates if table_says == found or is_verb(found))


def is_noun(word: str) -> bool:
    """Whether the table knows a word as a noun: its own lemma, or that of a plural of it."""
    if lemma_of(word) == word:
        return True
    return any(lemma_of(word + ending) == word for ending in ("s", "en", "je"))


def third_person_singular(word: str) -> Reading:
    """How sure a word is a finite verb in the third person singular: `Toont`, `Kan`, `Coacht`."""
    lowered = word.lower().rpartition("-")[2]
    if lowered in IRREGULAR_SINGULAR:
        return Reading.CERTAIN
    if lowered in FUNCTION_WORDS or len(lowered) < 3:
        return Reading.NONE
    return _unless_place(lowered, _third_person(lowered))


def _unless_place(word: str, reading: Reading) -> Reading:
    """A reading as a verb, which is only a guess for a word that is a place too."""
    return min(reading, Reading.GUESSED) if word in PLACES_LIKE_VERBS else reading


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
        derived = first in VERB_PREFIXES or (cut > 2 and lemma_of(first) == first)
        if derived and lemma_of(second) in _infinitives_of(second):
            return Reading.LIKELY
    stem = word[:-1]
    if lemma_of(stem) is not None and not stem.endswith("t"):
        return Reading.LIKELY  # coach - coacht
    return Reading.GUESSED


def third_person_plural(word: str) -> Reading:
    """How sure a word is a third person plural or an infinitive: `Zijn`, `Werken`, `Opstellen`."""
    lowered = word.lower()
    if lowered in IRREGULAR_PLURAL:
        return Reading.CERTAIN
    if lowered in FUNCTION_WORDS or not lowered.endswith("n"):
        return Reading.NONE
    if is_verb(lowered):
        # `kosten`: where the table takes the form for a plural noun, so may the writer.
        sure = Reading.CERTAIN if lemma_of(lowered) == lowered else Reading.LIKELY
        return _unless_place(lowered, sure)
    return Reading.LIKELY if _particle_verb(lowered) else Reading.NONE


def _particle_verb(infinitive: str) -> bool:
    """Whether a word is a particle with an infinitive: `aanvoelen`."""
    particles = PREPOSITIONS_AND_PARTICLES | PURE_PARTICLES
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


# --- other classes --------------------------------------------------------------------------


def is_uninflected_adjective(word: str) -> bool:
    """Whether a word is an adjective without -e, as in `Proactief in ...` or `Klantgericht`."""
    lowered = word.lower()
    if lowered in FUNCTION_WORDS or len(lowered) < 4:
        return False
    if any(lemma_of(lowered + ending) == lowered for ending in ("en", "je")):
        return False  # `Soldaat`: a noun
    if any(lemma_of(form) == lowered for form in _inflected(lowered)) or is_participle(lowered):
        return True
    return lowered.endswith(ADJECTIVE_ENDINGS) and lemma_of(lowered) in (lowered, None)


def is_participle(word: str) -> bool:
    """Whether a lower-case word is a participle used as adjective: `gericht`, `ondernemend`."""
    if word.endswith("end"):
        return is_verb(word[:-1])
    lemma = lemma_of(word)
    if lemma is None or lemma == word or not lemma.endswith("n"):
        return False
    particles = PREPOSITIONS_AND_PARTICLES | PURE_PARTICLES
    inner = any(word.startswith(particle + "ge") for particle in particles)
    return (word.startswith("ge") or inner) and word.endswith(("d", "t", "en"))


def _inflected(adjective: str) -> Iterator[str]:
    """The forms in -e that an adjective may have: `proactieve`, `stille`, `open` has none."""
    for infinitive in _with_infinitive_ending(adjective):
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
    return lowered.endswith(AGENT_ENDINGS) and lowered not in AGENT_EXCEPTIONS


# The contract's openers of a skill; no name is written so.
SKILL_VERBS = frozenset({"Kan", "Beheerst"})


def heads_knowledge(word: str, following: str) -> bool:
    """Whether two words open a knowledge item: `Kennis van`, `Basiskennis van`, `In bezit`."""
    lowered = word.lower()
    after = KNOWLEDGE_HEADS.get(lowered)
    if after is None and lowered.endswith("kennis"):
        after = KNOWLEDGE_HEADS["kennis"]
    return after is not None and following.lower() in after


def heads_quality(word: str, following: str) -> bool:
    """Whether two words say a quality without a verb: `Oog voor`, `Bereid om`, `Eerlijk in`."""
    lowered, after = word.lower(), following.lower()
    if after in QUALITY_HEADS.get(lowered, ()):
        return True
    governed = after in PREPOSITIONS or after in PREPOSITIONS_AND_PARTICLES
    return governed and is_uninflected_adjective(lowered)


def is_field_of_knowledge(word: str) -> bool:
    """Whether a word names a kind of knowledge or skill: `Warenkennis`, `Rekenvaardigheden`."""
    return word.lower().endswith(KNOWLEDGE_ENDINGS)


def is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym or product name: `AI`, `AVG`, `PowerPoint`, `B2B`.

    An acronym that heads a compound (`ICT-beheerder`) is an ordinary word.
    """
    head, hyphen, tail = word.partition("-")
    if hyphen and tail[:1].islower() and len(tail) > 2:
        return False
    return len(word) == 1 or any(sign.isupper() or sign.isdigit() for sign in head[1:])

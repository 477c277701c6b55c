"""Lists of Dutch words and endings, each with what a word of it shows; `grammar` has the rules."""

from __future__ import annotations

from collections.abc import Mapping


def _words(listed: str) -> frozenset[str]:
    """A class of words from a line of them."""
    return frozenset(listed.split())


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

# The contract's openers of a skill; no name is written so.
SKILL_VERBS = frozenset({"Kan", "Beheerst"})

# Nouns in these endings are themselves things to know or to be able to do.
KNOWLEDGE_ENDINGS = ("kennis", "vaardigheid", "vaardigheden", "inzicht", "beheersing")

# What proves that somebody may or can do something; before its object it opens an item
# (`Heftruckcertificaat klasse 2`, `Rijbewijs B`).
PROOFS_OF_SKILL = ("certificaat", "diploma", "getuigschrift", "rijbewijs", "vaarbewijs", "brevet")

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

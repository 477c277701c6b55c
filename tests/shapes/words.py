"""Dutch prose in pools, from which the profiles are put together."""

from __future__ import annotations

# (name, how the document goes on to call it, plural that opens a sentence)
OCCUPATIONS = (
    ("Beheerder kringloopwinkel", "winkelbeheerder", "Winkelbeheerders"),
    ("Hovenier daktuinen", "daktuinhovenier", "Daktuinhoveniers"),
    ("Klantadviseur keukens en badkamers", "klantadviseur", "Klantadviseurs"),
    ("Fietsmonteur deelmobiliteit", "fietsmonteur", "Fietsmonteurs"),
    ("Teamleider streekmarkt", "teamleider", "Teamleiders"),
    ("Bezorgcoördinator maaltijden", "bezorgcoördinator", "Bezorgcoördinatoren"),
    ("Boekhandelaar tweedehands boeken", "boekhandelaar", "Boekhandelaren"),
    ("Kaasmaker boerderijzuivel", "kaasmaker", "Kaasmakers"),
    ("Natuurgids waddengebied", "natuurgids", "Natuurgidsen"),
    ("Havenmeester jachthaven", "havenmeester", "Havenmeesters"),
    ("Interieurverzorger zorginstellingen", "interieurverzorger", "Interieurverzorgers"),
    ("Planner groenonderhoud", "planner", "Planners"),
)
SECTORS = ("Retailsector", "Groensector", "Zorgsector", "Watersportsector", "Mobiliteitssector")
ISSUERS = (
    "Kenniscentrum Ambacht",
    "Stichting Vakwerk Noord",
    "Brancheraad Groen",
    "Opleidingsfonds Retail",
    "Bureau Loopbaan & Beroep",
)
TITLES = (
    "Assistent-beheerder",
    "Medewerker service",
    "Senior vakspecialist",
    "Eerste medewerker",
    "Werkmeester",
    "Locatiehoofd",
    "Begeleider leerwerkplaats",
    "Adviseur buitendienst",
)
RELATED = (
    "Bedrijfsleider",
    "Magazijnchef",
    "Werkvoorbereider",
    "Accountmanager",
    "Praktijkopleider",
    "Projectleider onderhoud",
    "Gastheer",
)
# Title and publisher, the year is added.
SOURCES = (
    ("Monitor vakmanschap", "Brancheraad Groen"),
    ("Trends in de keten", "Bureau Loopbaan & Beroep"),
    ("Handboek veilig werken", "Arbodienst Delta"),
    ("Verkenning instroom en behoud", "Opleidingsfonds Retail"),
    ("Functieboek kleine ondernemingen", "Stichting Vakwerk Noord"),
    ("Interviews met praktijkbegeleiders", "Kenniscentrum Ambacht"),
    ("Vacatureonderzoek regio Oost", "Arbeidsmarktplein"),
)
BODIES = (
    "Bestuur Kenniscentrum Ambacht",
    "Sectorkamer Handel",
    "Algemene ledenvergadering Brancheraad Groen",
    "Paritaire commissie Vakwerk",
)
ROLES = ("Coördinator", "Adviseur", "Vakman", "Begeleider", "Organisator", "Verkoper", "Netwerker")
COMPETENCIES = (
    "Samenwerken",
    "Klantgericht handelen",
    "Plannen en organiseren",
    "Besluiten nemen",
    "Kwaliteit leveren",
    "Omgaan met veranderingen",
    "Aansturen",
    "Overtuigen",
    "Zorgvuldigheid",
    "Resultaatgerichtheid",
    "Vakkennis delen",
    "Ondernemend handelen",
    "Leervermogen",
    "Veilig en duurzaam werken",
)
_ON_THINGS = ("Controleert", "Bewaakt", "Bespreekt", "Beoordeelt", "Verbetert", "Registreert")
_THINGS = (
    "de voortgang van het werk",
    "de voorraad grondstoffen en materialen",
    "de kwaliteit van het eindproduct",
    "afspraken met leveranciers",
    "de dagplanning van de ploeg",
    "meldingen van klanten en omwonenden",
    "de staat van gereedschap en machines",
    "het gebruik van digitale hulpmiddelen (apps, sensoren)",
)
_ON_PEOPLE = ("Informeert", "Begeleidt", "Adviseert", "Motiveert", "Ondersteunt")
_PEOPLE = (
    "nieuwe collega's",
    "klanten met een bijzondere vraag",
    "stagiairs en vrijwilligers",
    "opdrachtgevers binnen en buiten de organisatie",
)
_ADJUNCTS = (
    "",
    " volgens de geldende voorschriften",
    " en trekt daar conclusies uit",
    " ook als het druk is",
    " op een manier die past bij de situatie",
    " in overleg met de leidinggevende",
    " en legt de uitkomst vast",
)
INDICATORS = (
    "Luistert naar anderen en vraagt door",
    "Komt afspraken na en meldt het als dat niet lukt",
    "Neemt het initiatief wanneer werk blijft liggen",
    "Staat open voor kritiek en leert van fouten",
    "Weegt kosten en opbrengsten tegen elkaar af",
    "Houdt rekening met wensen, belangen en gevoelens van de klant",
    "Geeft collega's duidelijke aanwijzingen",
    "Blijft kalm onder tijdsdruk",
    *(f"{v} {o}{a}" for v in _ON_THINGS for o in _THINGS for a in _ADJUNCTS),
    *(f"{v} {o}{a}" for v in _ON_PEOPLE for o in _PEOPLE for a in _ADJUNCTS),
)
_FIELDS = (
    "materialen, gereedschappen en machines",
    "wet- en regelgeving rond arbeidsomstandigheden",
    "verkooptechnieken en gespreksvoering",
    "de opbouw en werking van de organisatie",
    "afvalscheiding, hergebruik en energiebesparing",
    "het eigen assortiment en dat van concurrenten",
    "planningssystemen",
    "veiligheidsregels (VCA, BHV)",
)
KNOWLEDGE = (
    *(f"Kennis van {field}" for field in _FIELDS),
    *(f"Heeft kennis van {field}" for field in _FIELDS),
    *(f"Heeft inzicht in {field}" for field in _FIELDS),
    *(f"Kent {field}" for field in _FIELDS[:4]),
    "Weet hoe een klacht wordt afgehandeld",
    "Weet welke eisen de klant aan het product stelt",
)
_TASKS = (
    "een werkrooster opstellen en bijstellen",
    "een offerte berekenen",
    "een slechtnieuwsgesprek voeren",
    "omgaan met gangbare software voor tekst en planning",
    "werkzaamheden op volgorde van belang zetten",
    "een eenvoudige storing verhelpen",
    "een werkinstructie schrijven in begrijpelijke taal",
    "onderhandelen over prijs en levertijd",
)
SKILLS = (
    *(f"Kan {task}" for task in _TASKS),
    "Beheerst de Nederlandse taal in woord en geschrift",
    "Beheerst de basis van de Engelse vaktaal",
)
OTHERS = ("In het bezit van rijbewijs B", "Certificaat bedrijfshulpverlening")
# {P}: the occupation in the plural, opening a sentence. *words* may be emphasised.
SENTENCES = (
    "{P} werken bij kleine en middelgrote ondernemingen in het hele land.",
    "Zij overleggen dagelijks met *collega's*, leveranciers en opdrachtgevers.",
    "Het werk vindt deels buiten plaats, ook bij *slecht weer* en in het weekend.",
    "{P} verdelen het werk, bewaken de planning en springen bij waar dat nodig is.",
    "Wie dit beroep uitoefent, heeft te maken met wisselende drukte en korte levertijden.",
    "Zij zijn *het eerste aanspreekpunt* voor klanten en lossen vragen zelfstandig op.",
    "De omgeving verandert snel; vaste routines zijn er nauwelijks.",
    "Bij twijfel leggen zij de keuze voor aan de leidinggevende (of diens vervanger).",
    "{P} houden hun vakkennis bij via cursussen, vakbladen en *bijeenkomsten*.",
    "Zij verzamelen gegevens uit verschillende bronnen en vatten die helder samen.",
    "Fouten zijn vaak pas *achteraf* zichtbaar en kosten dan veel tijd.",
    "Een deel van de organisaties werkt met vrijwilligers en mensen met een arbeidsbeperking.",
    "{P} zijn verantwoordelijk voor hun eigen werk en voor dat van een kleine ploeg.",
    "Zij stemmen hun toon af op de gesprekspartner, mondeling en schriftelijk.",
    "Belangen van klant en organisatie kunnen botsen, en dat vraagt om zorgvuldig afwegen.",
    "Ongeveer 3.500 mensen oefenen het beroep uit, van wie de helft in deeltijd.",
    "Naar verwachting groeit de vraag de komende jaren met enkele procenten.",
    "{P} signaleren knelpunten en doen voorstellen om het werk *slimmer* te organiseren.",
)
LEAD_INS = (
    "{P}:",
    "Zij letten daarbij vooral op de volgende punten:",
    "Van hen wordt het volgende verwacht:",
)
POINTS = (
    "Werken netjes en ruimen hun werkplek op.",
    "Denken mee met de klant en durven nee te zeggen.",
    "Zijn leergierig en vragen om feedback.",
    "Gaan zuinig om met materiaal, energie en water.",
    "Nemen verantwoordelijkheid voor het resultaat.",
    "Blijven beleefd, ook tegenover boze klanten.",
    "Houden zich aan afspraken over tijd en geld.",
)
STATEMENTS = (
    "is verantwoordelijk voor een goed verloop van het werk op de locatie",
    "is verantwoordelijk voor tevreden klanten en een passend advies",
    "is verantwoordelijk voor de inzet van mensen en middelen binnen het budget",
    "is verantwoordelijk voor het bewaken van kwaliteit en veiligheid",
    "is verantwoordelijk voor een prettige en leerzame werkomgeving",
)
RISKS = (
    "Wanneer {p} onzorgvuldig werken, kan dat leiden tot klachten, schade en verlies van klanten.",
    "Een verkeerde inschatting leidt tot vertraging en extra kosten voor de organisatie.",
    "Onveilig handelen kan letsel veroorzaken bij collega's en bezoekers.",
)
# The adjective of the title, the dimension.
DIMENSIONS = (
    ("Demografische", "demographic"),
    ("Economische", "economic"),
    ("Sociaal-culturele", "socio_cultural"),
    ("Technologische", "technological"),
    ("Ecologische", "ecological"),
    ("Politiek-juridische", "political_legal"),
)
OTHER_TRENDS = (
    "Veranderingen in het vak",
    "Internationalisering",
    "Scholing en loopbaan",
    "Nieuwe wensen van klanten",
)
TREND_SENTENCES = (
    "De bevolking vergrijst, waardoor de vraag naar persoonlijke dienstverlening groeit.",
    "Stijgende prijzen voor energie en grondstoffen zetten de marges onder druk.",
    "Klanten verwachten een snel antwoord, ook buiten kantooruren.",
    "Steeds meer gegevens worden *digitaal* vastgelegd en gedeeld.",
    "Hergebruik van materialen wordt de norm en vraagt om andere werkwijzen.",
    "Strengere regels voor veiligheid leiden tot meer registratie en controle.",
    "Jongeren kiezen minder vaak voor dit werk, terwijl de uitstroom toeneemt.",
    "Samenwerking met scholen en gemeenten wint aan belang.",
    "Kleine ondernemingen gaan vaker op in grotere ketens.",
)
MARKET_SOURCES = ("Arbeidsmarktplein 2025", "Monitor vakmanschap, 2024", "UWV, juni 2025")
UNKNOWN = ("Werktijden", "Werkkleding", "Fysieke belasting")

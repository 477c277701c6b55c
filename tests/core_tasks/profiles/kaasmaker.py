"""BCP, 2011: competencies with components and indicators; competencies of the whole."""

from tests.core_tasks.shape import Subject, can, competency, know, node, other, profile, text

SUBJECT = Subject(
    "kaasmaker",
    "bcp",
    "De kaasmaker",
    profile(
        name="Ambachtelijk kaasmaker",
        nlqf_level="3",
        date="2011-09-15",
        version="1.0",
        developed_by=["Kenniscentrum Voeding & Ambacht", "Bond van Boerderijzuivelbereiders"],
        commissioned_by=["Bedrijfschap Zuivel en Ambacht"],
        source_documents=[
            {
                "text": "Arbeidsmarktverkenning boerderijzuivel, Bond van "
                "Boerderijzuivelbereiders, 2009",
                "year": 2009,
            },
            {"text": "Hygiënecode boerderijzuivel, uitgave 2010", "year": 2010},
            {"text": "Werkbezoeken aan negen kaasmakerijen, voorjaar 2011", "year": 2011},
        ],
        legitimations=[
            {
                "text": "Bestuur Bedrijfschap Zuivel en Ambacht",
                "body": "Bestuur Bedrijfschap Zuivel en Ambacht",
                "date": "2011-10-06",
                "place": "Gouda",
                "act": "adopted",
            }
        ],
        job_titles=["Kaasmaker", "Boerderijzuivelbereider", "Meesterkaasmaker"],
        related_occupations=["Zuiveloperator", "Slager", "Brouwer"],
        career_prospects=text(
            "De kaasmaker kan zich ontwikkelen tot kwaliteitscoördinator, affineur of bedrijfs"
            "leider. Wie een boerderij heeft of overneemt, kan als zelfstandige beginnen."
        ),
        description={
            "work_environment": text(
                "De kaasmaker werkt op een boerderij met eigen melk of in een kleine kaasmakerij. "
                "De ruimten zijn vochtig en warm, het pakhuis is koel. Het werk begint vroeg, "
                "omdat de melk dagelijks wordt verwerkt."
            ),
            "attitude": text(
                "De kaasmaker werkt schoon en met aandacht. Hij vertrouwt op zijn zintuigen, maar "
                "controleert wat hij proeft en voelt met metingen."
            ),
            "role_and_responsibilities": text(
                "De kaasmaker is verantwoordelijk voor het hele traject van melk tot rijpe kaas. "
                "Hij werkt zelfstandig en geeft aanwijzingen aan medewerkers en stagiairs. Over "
                "recepten beslist hij samen met de ondernemer."
            ),
            "complexity": text(
                "De samenstelling van melk verandert met het seizoen, het voer en de dieren. De "
                "kaasmaker moet zijn werkwijze daarop aanpassen. Complicerend zijn:",
                [
                    "processen die lang doorlopen en niet te onderbreken zijn;",
                    "strenge eisen aan hygiëne;",
                    "de late zichtbaarheid van fouten.",
                ],
            ),
        },
        legal_requirements=text(
            "Er zijn geen wettelijke beroepsvereisten. Het bedrijf moet wel voldoen aan de "
            "hygiëneverordening voor levensmiddelen."
        ),
        sector_requirements=text("Nee."),
        trends={
            "labour_market": {
                "text": text(
                    "Het aantal kaasmakerijen is stabiel, maar de helft van de ondernemers is "
                    "ouder dan vijftig. Opvolging is een zorg, want er zijn weinig jongeren die "
                    "het vak leren."
                ),
                "source": "Bond van Boerderijzuivelbereiders, 2009",
            },
            "developments": [
                {
                    "dimension": "socio_cultural",
                    "title": "Sociaal-culturele ontwikkelingen",
                    "text": text(
                        "Consumenten willen weten waar hun eten vandaan komt. Verkoop aan huis en "
                        "rondleidingen worden een vast deel van het werk."
                    ),
                },
                {
                    "dimension": "technological",
                    "title": "Technologische ontwikkelingen",
                    "text": text(
                        "Temperatuur en zuurgraad worden steeds vaker automatisch geregistreerd. "
                        "De kaasmaker moet de gegevens kunnen uitlezen en beoordelen."
                    ),
                },
            ],
        },
        core_tasks=[
            node(
                "1",
                "Bereidt kaas van rauwe of gepasteuriseerde melk",
                complexity=text(
                    "Kleine verschillen in temperatuur en tijd bepalen of een partij slaagt."
                ),
                knowledge_and_skills=[
                    *know(
                        "heeft kennis van zuursels en stremmiddelen",
                        "kent de hygiënecode voor boerderijzuivel",
                    ),
                    *can("kan afwijkingen in de wrongel herkennen"),
                ],
                work_processes=[
                    node(
                        "1.1",
                        "Maakt de melk gereed",
                        description=text(
                            "De kaasmaker neemt de melk in ontvangst, bepaalt zuurgraad en "
                            "temperatuur en neemt een monster. Hij stelt het vetgehalte in en "
                            "verwarmt of pasteuriseert de melk."
                        ),
                        result=text("Melk die geschikt is voor de gekozen kaassoort."),
                        competencies=[
                            competency(
                                "K",
                                "Vakdeskundigheid toepassen",
                                ["Vakspecifieke mentale vermogens aanwenden"],
                                "De kaasmaker beoordeelt de melk op geur, kleur en meetwaarden, "
                                "zodat afwijkende melk niet in het proces komt.",
                            ),
                            competency(
                                "T",
                                "Instructies en procedures opvolgen",
                                [
                                    "Werken conform veiligheidsvoorschriften",
                                    "Werken overeenkomstig de wettelijke richtlijnen",
                                ],
                                "De kaasmaker volgt de voorschriften voor het pasteuriseren en "
                                "legt tijd en temperatuur vast.",
                            ),
                        ],
                        knowledge_and_skills=[
                            *know("heeft kennis van de samenstelling van melk"),
                            *can("kan een zuurgraadbepaling uitvoeren"),
                        ],
                    ),
                    node(
                        "1.2",
                        "Stremt de melk en bewerkt de wrongel",
                        description=text(
                            "De kaasmaker voegt zuursel en stremsel toe, snijdt de wrongel en "
                            "roert tot de juiste stevigheid is bereikt. Hij tapt wei af en wast "
                            "de wrongel met warm water."
                        ),
                        result=text("Wrongel met de gewenste korrel en het juiste vochtgehalte."),
                        competencies=[
                            competency(
                                "L",
                                "Materialen en middelen inzetten",
                                [
                                    "Geschikte materialen en middelen kiezen",
                                    "Materialen en middelen doeltreffend gebruiken",
                                ],
                                "De kaasmaker doseert stremsel en zuursel nauwkeurig en past de "
                                "hoeveelheid aan het seizoen aan.",
                            ),
                            competency(
                                "M",
                                "Analyseren",
                                ["Conclusies trekken"],
                                "De kaasmaker voelt en meet de wrongel en besluit op het goede "
                                "moment te snijden.",
                                "De kaasmaker zoekt bij een afwijking eerst de oorzaak voordat "
                                "hij ingrijpt.",
                            ),
                        ],
                        knowledge_and_skills=[
                            *know("weet hoe stremming verloopt"),
                            *can("beheerst het snijden van wrongel"),
                            *other("gereedschap voor het roeren en snijden"),
                        ],
                    ),
                    node(
                        "1.3",
                        "Vormt, perst en pekelt de kaas",
                        description=text(
                            "De kaasmaker vult de vaten, stapelt en keert ze in de pers en legt "
                            "de kazen in het pekelbad. Hij houdt de sterkte van de pekel bij."
                        ),
                        result=text(
                            "Kazen met een gesloten korst, het juiste gewicht en zoutgehalte."
                        ),
                        competencies=[
                            competency(
                                "S",
                                "Kwaliteit leveren",
                                ["Kwaliteitsniveaus halen", "Productiviteitsniveaus halen"],
                                "De kaasmaker controleert elke partij op vorm, gewicht en korst "
                                "en houdt afgekeurde kazen apart.",
                            )
                        ],
                    ),
                ],
            ),
            node(
                "2",
                "Verzorgt en beoordeelt de kaas tijdens de rijping",
                work_processes=[
                    node(
                        "2.1",
                        "Behandelt kazen in het pakhuis",
                        description=text(
                            "De kaasmaker keert de kazen, brengt een beschermlaag aan en houdt "
                            "temperatuur en luchtvochtigheid in het oog. Beschimmelde kazen poetst "
                            "hij schoon."
                        ),
                        result=text("Kazen die gelijkmatig en zonder gebreken rijpen."),
                        competencies=[
                            competency(
                                "L",
                                "Materialen en middelen inzetten",
                                ["Goed zorgdragen voor materialen en middelen"],
                                "De kaasmaker houdt planken, lucht en gereedschap schoon, zodat "
                                "er geen ongewenste schimmels groeien.",
                            )
                        ],
                        knowledge_and_skills=[
                            *know("kent de oorzaken van gebreken aan korst en zuivel"),
                            *can("past de regels voor het dragen van lasten toe"),
                        ],
                    ),
                    node(
                        "2.2",
                        "Keurt de kaas",
                        description=text(
                            "De kaasmaker boort de kaas aan en beoordeelt geur, smaak, structuur "
                            "en kleur. Hij deelt de partij in naar klasse en bepaalt of verder "
                            "rijpen zinvol is."
                        ),
                        result=text("Een partij waarvan de kwaliteit bekend is."),
                        competencies=[
                            competency(
                                "N",
                                "Onderzoeken",
                                ["Informatie achterhalen", "Monitoren"],
                                "De kaasmaker legt zijn oordeel naast de gegevens van de "
                                "bereiding en leert daarvan voor een volgende partij.",
                            ),
                            competency(
                                "A",
                                "Beslissen en activiteiten initiëren",
                                ["Beslissingen nemen"],
                                "De kaasmaker beslist op tijd of een partij wordt verkocht, "
                                "langer rijpt of wordt afgevoerd.",
                            ),
                        ],
                        knowledge_and_skills=[
                            *can("bezit zintuiglijke vaardigheden om smaakfouten te herkennen")
                        ],
                    ),
                ],
            ),
            node(
                "3",
                "Verkoopt kaas",
                work_processes=[
                    node(
                        "3.1",
                        "Ontvangt en adviseert klanten",
                        description=text(
                            "De kaasmaker laat proeven, vertelt over de herkomst en helpt de "
                            "klant een keuze te maken. Hij snijdt, weegt en verpakt."
                        ),
                        result=text("Klanten die tevreden zijn en terugkomen."),
                        competencies=[
                            competency(
                                "R",
                                "Op de behoeften en verwachtingen van de klant richten",
                                ["Aansluiten bij behoeften en verwachtingen"],
                                "De kaasmaker vraagt waarvoor de klant de kaas gebruikt en laat "
                                "twee passende soorten proeven.",
                            )
                        ],
                        knowledge_and_skills=[
                            *know("heeft basiskennis van allergenen en houdbaarheid"),
                            *can("kan rekenen met gewicht en prijs"),
                        ],
                    )
                ],
            ),
        ],
        competencies=[
            {
                "code": "E",
                "name": "Samenwerken en overleggen",
                "description": text(
                    "De kaasmaker stemt het werk af met de veehouder, met medewerkers en met "
                    "afnemers."
                ),
                "components": ["Afstemmen", "Anderen raadplegen en betrekken"],
                "indicators": [
                    {"text": "Bespreekt wijzigingen in het voer met de veehouder."},
                    {"text": "Draagt het werk volledig over aan wie het overneemt."},
                ],
            },
            {
                "code": "Y",
                "name": "Bedrijfsmatig handelen",
                "description": text(
                    "De kaasmaker houdt rekening met kosten, tijd en opbrengst van een partij."
                ),
                "components": ["Kostenbewust handelen"],
                "indicators": [{"text": "Beperkt verlies van melk, energie en kaas."}],
            },
        ],
    ),
)

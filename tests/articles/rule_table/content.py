"""A2-A13: where content stands, how it is quoted, and what is no statement at all."""

from .cases import Said, row

ROWS = {
    "A2": [
        row(
            "subject first",
            "Marit Solheim said the ferries would run again by June.",
            Said("Marit Solheim", "the ferries would run again by June", mode="indirect"),
        ),
        row(
            "verb before subject",
            '"We are no closer to a deal," said Tomas Reyes Quintero, who chairs the union.',
            Said("Tomas Reyes Quintero", "We are no closer to a deal", mode="direct"),
        ),
        row(
            "subject before verb, behind",
            '"Nobody asked the islanders," Yusra Haddad wrote.',
            Said("Yusra Haddad", "Nobody asked the islanders", mode="direct"),
        ),
        row(
            "content on both sides",
            '"The tide table is not a secret," said Pavel Drozd, "and neither is the debt."',
            Said("Pavel Drozd", "The tide table is not a secret | and neither is the debt"),
        ),
        row(
            "reported, on both sides",
            "The harbour, Leilani Kahale said, was never built for ships of that size.",
            Said("Leilani Kahale", "The harbour | was never built for ships of that size"),
        ),
        row(
            "cue in the middle of a sentence quoted in two",
            '"If the rains fail," Amadou Keita warned, "the lake will not fill before autumn."',
            Said("Amadou Keita", "If the rains fail | the lake will not fill before autumn"),
        ),
    ],
    "A3": [
        row(
            "guillemets",
            "\u00abThe mine will not reopen,\u00bb said Elodie Vasseur.",
            Said("Elodie Vasseur", "The mine will not reopen", mode="direct"),
        ),
        row(
            "single inside double",
            "\u201cThey call it \u2018the long wait,\u2019 and they are right,\u201d Haddad said.",
            Said("Haddad", "They call it \u2018the long wait,\u2019 and they are right"),
        ),
        row(
            "apostrophes beside single marks",
            "'It's the fishermen's winter that we can't buy back,' said Marit Solheim.",
            Said("Marit Solheim", "It's the fishermen's winter that we can't buy back"),
        ),
        row(
            "unbalanced",
            'Drozd shrugged. "They had a year to prepare, he said.',
            Said("Drozd", "They had a year to prepare, he said"),
        ),
    ],
    "A4": [
        row(
            "two paragraphs",
            'Leilani Kahale was blunt. "The reef is dying," she said. "Every season we lose a mile.'
            '\n\n"And nobody on the commission has dived there."',
            Said("Leilani Kahale", "The reef is dying | Every season we lose a mile"),
            Said("Leilani Kahale", "And nobody on the commission has dived there"),
        ),
        row(
            "three paragraphs, curly",
            "Amadou Keita described the night. \u201cWe heard the engine first,\u201d he said. "
            "\u201cThen it stopped.\n\n\u201cFor an hour there was nothing.\n\n"
            "\u201cThen the lights came back.\u201d",
            Said("Amadou Keita", "We heard the engine first | Then it stopped"),
            Said("Amadou Keita", "For an hour there was nothing", rule="continued_quotation"),
            Said("Amadou Keita", "Then the lights came back", rule="continued_quotation"),
        ),
        row(
            "the cue stands in the second",
            "\u201cThe lake has fallen four metres.\n\n"
            "\u201cIt will not come back by itself,\u201d said Elodie Vasseur, a hydrologist.",
            Said("Elodie Vasseur", "The lake has fallen four metres"),
            Said("Elodie Vasseur", "It will not come back by itself"),
            fails="a quotation before the paragraph that names its speaker is given to nobody",
        ),
    ],
    "A5": [
        row(
            "orphan",
            '"The tunnel is safe," said Pavel Drozd, an engineer.\n\n'
            '"I would take my own children through it."',
            Said("Pavel Drozd", "The tunnel is safe"),
            Said("Pavel Drozd", "I would take my own children through it", mode="continuation"),
        ),
        row(
            "ended by the author",
            '"The tunnel is safe," said Pavel Drozd, an engineer.\n\n'
            "The tunnel was closed for eleven months after the fire.\n\n"
            '"I would take my own children through it."',
            Said("Pavel Drozd", "The tunnel is safe"),
        ),
        row(
            "behind reported speech",
            "Yusra Haddad said the archive should be opened to families.\n\n"
            '"They have waited for forty years."',
            Said("Yusra Haddad", "the archive should be opened to families"),
            Said("Yusra Haddad", "They have waited for forty years", mode="continuation"),
        ),
    ],
    "A6": [
        row(
            "offered a view",
            'Ms. Vasseur offered a darker view. "Without snow there is no river."',
            Said("Vasseur", "Without snow there is no river", rule="introduced_quotation"),
        ),
        row(
            "was unmoved",
            'Keita was unmoved by the figures. "They count the boats that come back."',
            Said("Keita", "They count the boats that come back"),
        ),
        row(
            "smiled, then a cue",
            'Kahale smiled at the question. "Ask the commission," she said.',
            Said("Kahale", "Ask the commission"),
            fails="a surname that the article never gives in full is no antecedent: unresolved",
        ),
        row(
            "smiled, then a cue, the name in full",
            'Leilani Kahale smiled at the question. "Ask the commission," she said.',
            Said("Leilani Kahale", "Ask the commission"),
        ),
    ],
    "A7": [
        row(
            "two fragments",
            'Solheim called the offer "a first step" that left "the hard part for later."',
            Said(
                "Solheim",
                'the offer "a first step" that left "the hard part for later',
                mode="mixed",
            ),
        ),
        row(
            "one fragment in a clause",
            'Reyes Quintero said the ministry had "no appetite whatsoever" for a strike.',
            Said("Reyes Quintero", 'the ministry had "no appetite whatsoever" for a strike'),
        ),
        row(
            "behind according to",
            'According to Drozd, the pumps are "held together by paint" and will fail this winter.',
            Said("Drozd", 'the pumps are "held together by paint" and will fail this winter'),
        ),
    ],
    "A8": [
        row(
            "long apposition",
            "Elodie Vasseur, a hydrologist at the Tarn Valley Institute who has measured the lake "
            "since 1994, argues that the dam came too late.",
            Said(
                "Elodie Vasseur",
                "that the dam came too late",
                role="expert",
                affiliation="Tarn Valley Institute",
            ),
        ),
        row(
            "without that",
            "Haddad thinks the court will side with the families.",
            Said("Haddad", "the court will side with the families"),
        ),
        row(
            "with a time before that",
            "Kahale warned on Thursday that the moorings were damaging the reef.",
            Said("Kahale", "that the moorings were damaging the reef"),
        ),
    ],
    "A9": [
        row(
            "told an outlet",
            "Drozd told the Selwyn Courier that the pumps would be replaced.",
            Said("Drozd", "that the pumps would be replaced"),
        ),
        row(
            "in an interview with an outlet",
            "In an interview with Delta Radio, Marit Solheim said the strike could last "
            "all summer.",
            Said("Marit Solheim", "the strike could last all summer"),
        ),
        row(
            "in the view of",
            "In the view of Yusra Haddad, a lawyer for the families, the ruling changes little.",
            Said("Yusra Haddad", "the ruling changes little"),
        ),
        row(
            "by the account of",
            "By Keita's account, the patrol boat never slowed down.",
            Said("Keita", "the patrol boat never slowed down"),
        ),
        row(
            "as she put it",
            'The contract was, as Vasseur put it, "a map without a river."',
            Said("Vasseur", "The contract was | a map without a river"),
        ),
        row(
            "the view is that",
            "Solheim's view is that the islands cannot wait for a second inquiry.",
            Said("Solheim", "that the islands cannot wait for a second inquiry"),
        ),
    ],
    "A10": [
        row(
            "warning with content",
            "Kahale's warning that the reef would not survive another summer went unheeded.",
            Said("Kahale", "that the reef would not survive another summer"),
        ),
        row(
            "voiced concern",
            "Reyes Quintero voiced concern that the port would be sold.",
            Said("Reyes Quintero", "concern that the port would be sold"),
        ),
        row(
            "raised doubts",
            "Haddad raised doubts about the new evidence.",
            Said("Haddad", "doubts about the new evidence"),
        ),
        row("no content", "Her warning came too late for the villages on the northern shore."),
    ],
    "A11": [
        row(
            "inside the quotation",
            '"The minister says one thing and signs another," said Tomas Reyes Quintero.',
            Said("Tomas Reyes Quintero", "The minister says one thing and signs another"),
        ),
        row(
            "inside the content clause",
            "Solheim said the minister had promised that no ferry would be sold.",
            Said("Solheim", "the minister had promised that no ferry would be sold"),
        ),
        row(
            "saying",
            "Drozd rejected the plan, saying engineers had warned for years that it would fail.",
            Said("Drozd", "the plan"),
            Said("Drozd", "engineers had warned for years that it would fail"),
        ),
    ],
    "A12": [
        row("comments suggest", "The comments suggest that the vote will be close."),
        row("agentless", "The lake is expected to fall by another metre, and the road to reopen."),
        row("move shows", "The move shows how little room the governor has left."),
        row(
            "a document",
            "The report says the pumps were last inspected nine years ago.",
            Said(None, "the pumps were last inspected nine years ago", naming="document"),
        ),
        row(
            "by somebody",
            "The sale was condemned by Marit Solheim as a gift to the shipowners.",
            Said("Marit Solheim", "The sale | as a gift to the shipowners"),
        ),
    ],
    "A13": [
        row("scare quotes", 'The "temporary" fence has stood on the beach for eleven years.'),
        row("a title", 'His second film, "The Salt Road," was shot on the northern shore.'),
        row("a slogan", 'Hundreds marched along the quay behind a banner reading "Water First."'),
        row("banners read", 'Banners outside the courthouse read "Forty Years Is Enough."'),
        row("what somebody calls", 'What the army calls "routine maintenance" began on Monday.'),
    ],
}

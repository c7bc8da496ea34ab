"""A22 and A24-A27: insertions, denials, the past, background and odd documents."""

from .cases import Said, row

ROWS = {
    "A22": [
        row(
            "a bracketed word",
            '"They [the owners] knew about the pumps," Drozd said.',
            Said("Drozd", "They [the owners] knew about the pumps"),
        ),
        row(
            "a bracketed name",
            '"[Governor Halloran] never came to the lake," said Elodie Vasseur.',
            Said("Elodie Vasseur", "[Governor Halloran] never came to the lake"),
        ),
        row(
            "sic",
            'The letter said the harbour was "unsafe for it\'s [sic] own crews."',
            Said(None, "the harbour was \"unsafe for it's [sic] own crews", naming="document"),
        ),
    ],
    "A24": [
        row("declined to comment", "Solheim declined to comment on the figures."),
        row("did not respond", "The ministry did not respond to questions sent on Monday."),
        row("would not say whether", "Drozd would not say whether the ship had sailed."),
        row("refused to discuss", "A spokesman for the port refused to discuss the sale."),
        row(
            "denied that",
            "Drozd denied that the ship had sailed without papers.",
            Said("Drozd", "that the ship had sailed without papers", negated=True),
        ),
        row(
            "denied a thing",
            "Reyes Quintero denied any role in the leak.",
            Said("Reyes Quintero", "any role in the leak", negated=True),
        ),
        row(
            "did not say that",
            "Haddad did not say that the talks had failed.",
            Said("Haddad", "that the talks had failed", negated=True),
        ),
        row(
            "never claimed",
            "Kahale never claimed that the reef was safe.",
            Said("Kahale", "that the reef was safe", negated=True),
        ),
        row(
            "rejected the claim",
            "The Harbour Union rejected the claim that it had walked out of the talks.",
            Said("Harbour Union", "the claim that it had walked out of the talks", negated=True),
        ),
        row(
            "dismissed suggestions",
            "Solheim dismissed suggestions that the islands would be left without a doctor.",
            Said(
                "Solheim",
                "suggestions that the islands would be left without a doctor",
                negated=True,
            ),
        ),
        row(
            "does not think",
            "Vasseur does not believe the dam will hold.",
            Said("Vasseur", "the dam will hold", negated=True),
        ),
        row(
            "content behind which denial stands",
            '"There was no second list," Keita said, denying that he had seen one.',
            Said("Keita", "There was no second list"),
            Said("Keita", "that he had seen one", negated=True),
        ),
        row(
            "a negation inside the content",
            "Kahale said the commission would not come.",
            Said("Kahale", "the commission would not come"),
        ),
        row(
            "no denial",
            "Keita did not deny that the crew had been warned.",
            Said("Keita", "that the crew had been warned"),
        ),
    ],
    "A25": [
        row(
            "in a year",
            "Drozd said in 2019 that the pumps would last for thirty years.",
            Said("Drozd", "that the pumps would last for thirty years", said_at="2019"),
        ),
        row(
            "told an outlet last year",
            "Haddad told the Northern Post last year that the files were safe.",
            Said("Haddad", "that the files were safe", said_at="last year"),
        ),
        row(
            "a paper of a year",
            "Vasseur wrote in a 2017 paper that the lake would vanish within a generation.",
            Said("Vasseur", "that the lake would vanish within a generation", said_at="2017"),
        ),
        row(
            "once",
            "Solheim once said that a ferry is a road with a timetable.",
            Said("Solheim", "that a ferry is a road with a timetable", said_at="once"),
        ),
        row(
            "a month of a year, in the past perfect",
            "Keita had warned in March 2018 that the buoys were failing.",
            Said("Keita", "that the buoys were failing", said_at="2018-03"),
        ),
        row(
            "behind a quotation",
            '"The reef will outlive us all," Kahale said in a 2016 interview.',
            Said("Kahale", "The reef will outlive us all", said_at="2016"),
        ),
        row(
            "before the subject",
            "In 2021, Reyes Quintero said the port would never be sold.",
            Said("Reyes Quintero", "the port would never be sold", said_at="2021"),
        ),
        row(
            "years ago",
            "Three years ago, Vasseur argued that the dam should be lowered.",
            Said("Vasseur", "that the dam should be lowered", said_at="Three years ago"),
        ),
        row(
            "a day of this week is now",
            "Drozd said on Thursday that the pumps had been replaced.",
            Said("Drozd", "that the pumps had been replaced"),
        ),
        row(
            "a year inside the content",
            "Drozd said that the pumps were replaced in 2019.",
            Said("Drozd", "that the pumps were replaced in 2019"),
        ),
        row(
            "a year inside the content, without that",
            "Kahale said the last survey, in 2022, found no live coral.",
            Said("Kahale", "the last survey, in 2022, found no live coral"),
        ),
        row(
            "a year in a description",
            "Elodie Vasseur, who joined the institute in 2014, said the snow had come late.",
            Said("Elodie Vasseur", "the snow had come late"),
        ),
    ],
    "A26": [
        row(
            "a fact behind",
            "Solheim said the ferries were safe. Two of them were built in the 1970s.",
            Said("Solheim", "the ferries were safe"),
        ),
        row(
            "a fact before",
            "The lake feeds three provinces. Vasseur said it could not feed a fourth.",
            Said("Vasseur", "it could not feed a fourth"),
        ),
        row(
            "free indirect, with a cue further on, the name in full",
            "Amadou Keita was not surprised. The patrols had stopped coming, he said.",
            Said("Amadou Keita", "The patrols had stopped coming"),
        ),
        row(
            "free indirect, with a cue further on",
            "Keita was not surprised. The patrols had stopped coming, he said.",
            Said("Keita", "The patrols had stopped coming"),
            fails="a surname that the article never gives in full is no antecedent: unresolved",
        ),
    ],
    "A27": [
        row("empty", ""),
        row("no speech", "It rained on Monday. The ferry left at noon."),
        row(
            "carriage returns and a byte order mark",
            '\ufeffThe vote is on Friday.\r\n\r\n"It will pass," said Marit Solheim.\r\n',
            Said("Marit Solheim", "It will pass"),
        ),
        row("another language", "Der Hafen bleibt zu. Die F\u00e4hre kommt nicht, meinte keiner."),
        row(
            "scanning noise",
            "T h e l4ke h@s fa11en ~ ~ |\n\nVasseur said the dam was 0ld.",
            Said("Vasseur", "the dam was 0ld"),
        ),
        row(
            "behind twenty thousand characters",
            "The ferry left at noon and came back at six. " * 500
            + "\n\nKahale said the sea was calm.",
            Said("Kahale", "the sea was calm"),
        ),
    ],
}

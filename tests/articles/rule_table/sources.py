"""A14-A21 and A23: whose words they are."""

from .cases import Said, row

ROWS = {
    "A14": [
        row(
            "citing",
            "The Selwyn Courier, citing Elodie Vasseur, reported that the lake had lost a fifth of "
            "its water.",
            Said(
                "Elodie Vasseur",
                "that the lake had lost a fifth of its water",
                chain=("The Selwyn Courier", "Elodie Vasseur"),
            ),
        ),
        row(
            "according to a report which cited",
            "According to a report by Delta Radio, which cited two officials, the "
            "reserve is empty.",
            Said(
                None,
                "the reserve is empty",
                role="official",
                chain=("a report by Delta Radio", "two officials"),
            ),
        ),
        row(
            "reported that somebody had told somebody",
            "Delta Radio reported that Pavel Drozd had told the board the pumps were failing.",
            Said("Pavel Drozd", "that Pavel Drozd had told the board the pumps were failing"),
        ),
        row(
            "quoted as saying",
            "The Northern Post quoted Amadou Keita as saying that no boat had been seen.",
            Said(
                "Amadou Keita",
                "that no boat had been seen",
                chain=("The Northern Post", "Amadou Keita"),
            ),
        ),
        row(
            "no relay",
            "Kahale told the Northern Post that the moorings must go.",
            Said("Kahale", "that the moorings must go", chain=()),
        ),
    ],
    "A15": [
        row(
            "a country believes",
            "Vasseur said Karelona believes the river belongs to it alone.",
            Said("Vasseur", "Karelona believes the river belongs to it alone", actor="Karelona"),
        ),
        row(
            "an institution wants",
            "Haddad said the ministry wants the families to give up.",
            Said("Haddad", "the ministry wants the families to give up", actor="the ministry"),
        ),
        row(
            "a government fears",
            "According to Reyes Quintero, the government fears a strike more than a loss.",
            Said(
                "Reyes Quintero",
                "the government fears a strike more than a loss",
                actor="the government",
            ),
        ),
        row(
            "nobody believes anything",
            "Drozd said the pumps would fail this winter.",
            Said("Drozd", "the pumps would fail this winter"),
        ),
    ],
    "A16": [
        row(
            "a ministry",
            "The Fisheries Ministry said the quota would stay as it is.",
            Said("Fisheries Ministry", "the quota would stay as it is", role="official"),
        ),
        row(
            "a capital",
            "Tokyo said it would send an observer.",
            Said("Tokyo", "it would send an observer", role="official"),
        ),
        row(
            "an institution",
            "The Tarn Valley Institute said in a statement that the data were sound.",
            Said("Tarn Valley Institute", "that the data were sound", role="institution"),
        ),
        row(
            "an owner inside the name",
            "The Seafarers' Union said it would strike.",
            Said("Seafarers' Union", "it would strike", role="institution"),
            fails="the name of an organisation begins behind an owner in it",
        ),
        row("a capital wants", "Seoul wants the corridor open before the summer holidays."),
        row("an action", "The government is offering tax relief to the shipowners."),
    ],
    "A17": [
        row(
            "on condition of anonymity",
            "A senior official who spoke on condition of anonymity said the fleet was not ready.",
            Said(None, "the fleet was not ready", role="official", naming="unnamed_individual"),
        ),
        row(
            "experts",
            "Experts say the lake will need a decade to recover.",
            Said(None, "the lake will need a decade to recover", "expert", "unnamed_group"),
        ),
        row(
            "some",
            "Some argue that the tunnel should never have been dug.",
            Said(None, "that the tunnel should never have been dug", naming="unnamed_group"),
        ),
        row(
            "the same official",
            "A senior official said the fleet was not ready. The same official said the crews had "
            "not been paid.",
            Said(None, "the fleet was not ready", naming="unnamed_individual"),
            Said(None, "the crews had not been paid", role="official"),
        ),
    ],
    "A18": [
        row(
            "at",
            "Yusra Haddad, a researcher at the Meridian Law Centre, said the ruling was narrow.",
            Said(
                "Yusra Haddad", "the ruling was narrow", "expert", affiliation="Meridian Law Centre"
            ),
        ),
        row(
            "owner before",
            "The Northern Policy Institute's senior fellow Amadou Keita said the "
            "patrols had ended.",
            Said(
                "Amadou Keita",
                "the patrols had ended",
                "expert",
                affiliation="Northern Policy Institute",
            ),
        ),
        row(
            "behind the quotation",
            '"The reef can recover," said Leilani Kahale, a professor at Wainui University.',
            Said(
                "Leilani Kahale", "The reef can recover", "expert", affiliation="Wainui University"
            ),
        ),
        row(
            "who heads",
            "Marit Solheim, who heads the Selwyn Seafarers' Union, said nobody had been consulted.",
            Said(
                "Marit Solheim",
                "nobody had been consulted",
                affiliation="Selwyn Seafarers' Union",
            ),
        ),
        row(
            "a career in a relative clause",
            "Pavel Drozd, who was deputy minister until 2029 and is now a fellow at the Meridian "
            "Law Centre, said the contract was void.",
            Said(
                "Pavel Drozd", "the contract was void", "expert", affiliation="Meridian Law Centre"
            ),
        ),
    ],
    "A19": [
        row(
            "Prof.",
            "Prof. Elodie Vasseur said the snow had come late.",
            Said("Elodie Vasseur", "the snow had come late", "expert"),
        ),
        row(
            "Gen.",
            "Gen. Tomas Reyes Quintero said the drills were routine.",
            Said("Tomas Reyes Quintero", "the drills were routine", "official"),
        ),
        row(
            "spokesman",
            "Ministry spokesman Pavel Drozd said no date had been set.",
            Said("Pavel Drozd", "no date had been set", "spokesperson"),
        ),
        row(
            "Amb.",
            "Amb. Ife Adeyinka-Roux said the embassy would stay open.",
            Said("Ife Adeyinka-Roux", "the embassy would stay open", "official"),
        ),
    ],
    "A20": [
        row(
            "surname",
            "Elodie Vasseur, a hydrologist, said the dam was old.\n\nVasseur said it could hold.",
            Said("Elodie Vasseur", "the dam was old"),
            Said("Elodie Vasseur", "it could hold"),
        ),
        row(
            "title and surname",
            "Yusra Haddad, a lawyer, said the files were gone.\n\n"
            "Ms. Haddad said the court knew it.",
            Said("Yusra Haddad", "the files were gone"),
            Said("Yusra Haddad", "the court knew it"),
        ),
        row(
            "the professor",
            "Leilani Kahale, a professor at Wainui University, said the reef was pale.\n\n"
            '"It was never this pale," the professor said.',
            Said("Leilani Kahale", "the reef was pale"),
            Said("Leilani Kahale", "It was never this pale"),
        ),
        row(
            "two who bear it",
            "Marit Solheim and Knut Solheim met on the quay on Monday.\n\n"
            "Solheim said the ferry was late.",
            Said(None, "the ferry was late"),
        ),
    ],
    "A21": [
        row(
            "she",
            "Marit Solheim spoke first. She said the ferries were safe.",
            Said("Marit Solheim", "the ferries were safe"),
        ),
        row(
            "he, in the next paragraph",
            "Amadou Keita, a retired captain, said the lights went out.\n\n"
            "He said nobody called for help.",
            Said("Amadou Keita", "the lights went out"),
            Said("Amadou Keita", "nobody called for help"),
        ),
        row(
            "they, two who spoke",
            "Ms. Haddad and Mr. Drozd met on Monday. They said the files were gone.",
            Said(None, "the files were gone"),
        ),
        row(
            "she fits only one",
            "Mr. Drozd said the pumps were old. Ms. Vasseur disagreed. "
            '"They were rebuilt in the spring," she said.',
            Said("Drozd", "the pumps were old"),
            Said("Vasseur", "They were rebuilt in the spring"),
        ),
    ],
    "A23": [
        row(
            "two holders",
            "Yusra Haddad and Pavel Drozd said the files had been moved.",
            Said("Yusra Haddad", "the files had been moved"),
            Said("Pavel Drozd", "the files had been moved"),
        ),
        row(
            "two clauses",
            "Vasseur said the lake would recover, while Keita said it never would.",
            Said("Vasseur", "the lake would recover"),
            Said("Keita", "it never would"),
        ),
        row(
            "two clauses, but",
            "Solheim called the offer fair, but Reyes Quintero said it came too late.",
            Said("Solheim", "the offer fair"),
            Said("Reyes Quintero", "it came too late"),
        ),
    ],
}

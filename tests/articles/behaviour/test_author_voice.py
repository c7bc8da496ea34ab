"""B20: scare quotes, titles, agentless passives and comments that suggest are no expert's."""

from .cases import RIGHT, Case, Judged, article, chance, curly, found_in, hold, scene
from .words import capital

_BAIT = {
    "scare quotes": [
        'The so-called "open door" has stayed shut for years.',
        'Few in the villages use the word "peace" any more.',
        'The "grand bargain" of 2019 lies in a drawer.',
        'A "snapback" clause would bring the embargo back within a month.',
        'The banners on the bridge read "One River, One People."',
        'What the army calls "routine drills" will begin in August.',
        'The plan, known as "two tracks," has few friends left in the capital.',
    ],
    "titles": [
        '{S}\'s latest book, "The Long Jetty," appeared last spring.',
        'The film "Night Ferry" was shot on the southern bank.',
        'The conference, titled "Rivers and Borders," opens on Monday.',
        'A report called "Cold Harbour" runs to 300 pages.',
        'The song "Across the Water" is played at every crossing.',
    ],
    "passives": [
        "It is widely expected that {c}.",
        "{C}, it is believed.",
        "It is thought that {c}.",
        "The delegation is expected to leave by Friday.",
        "The regime is believed to have moved its launchers.",
        "It was reported that {c}.",
        "The meeting is presumed to have failed.",
        "It has long been assumed that {c}.",
        "{C}, it is widely assumed.",
        "The corridor is said to be open.",
        "Relief is expected to follow, it was announced on Monday.",
        "What was agreed in Geneva remains disputed.",
        "The launch was seen as a warning.",
        "The envoy was said to be on his way.",
    ],
    "things that suggest": [
        "The comments suggest that {c}.",
        "The remarks by {S} suggest that {c}.",
        "{S}'s comments suggest that {c}.",
        "The move shows that {c}.",
        "The timing of the launch indicates that {c}.",
        "All of this suggests {c}.",
        "The pictures seem to confirm that {c}.",
        "Such gestures imply that {c}.",
        "History shows that {c}.",
        "The numbers show that {c}.",
        "Recent visits point to a thaw.",
        "Nothing in the treaty says that {c}.",
        "Nobody believes that {c}.",
        "Events since {S} spoke suggest that {c}.",
        "The silence from the capital suggests that {c}.",
    ],
    "the author": [
        "{C}.",
        "There is little doubt that {c}.",
        "Perhaps {c}.",
        "The question is whether {c}.",
        "{S}'s institute has advised three governments.",
        "{S} is one of the few who has crossed the river in both directions.",
        "That is a view {S} does not share.",
        "{S} would not say.",
        "{S} has written widely on the treaty.",
        "{S} was born in a border village and studied in Geneva.",
        "The envoy has met {S} twice.",
        "Everything {S} described has since come to pass.",
        "{S} has met the envoy three times.",
        "{S} declined to comment.",
        "{S} did not respond to a request for comment.",
        "{S} spent a decade at the ministry before the war.",
    ],
}


def cases() -> list[Case]:
    draw = chance("author")
    found = []
    for kind, baits in _BAIT.items():
        for number, bait in enumerate(baits):
            for i in range(2):
                drawn = scene(draw)
                c, earlier = drawn.claims[:2]
                said = bait.format(S=drawn.person.short, c=c, C=capital(c))
                said = f"{drawn.background[1]} {capital(said)}" if i else capital(said)
                opening = f"{drawn.introduced}, said that {earlier}."
                text = article(drawn.background[0], opening, said, drawn.background[2])
                text = curly(text) if (number + i) % 2 else text
                found.append(Case(f"{kind}, {i}: {bait}", text, None, 2))
    return found


def _judge(case: Case) -> Judged:
    experts = [a for a in found_in(case) if a.speaker.role == "expert"]
    return ("wrong", f"{[(a.rule, a.speaker.name, a.text) for a in experts]}") if experts else RIGHT


def _judge_silence(case: Case) -> Judged:
    found = [(a.rule, a.speaker, a.text) for a in found_in(case)]
    return ("wrong", f"{found}") if found else RIGHT


def test_what_suggests_or_is_expected_is_nobodys():
    impersonal = [c for c in cases() if c.id.startswith(("scare", "titles", "passives", "things"))]
    hold(impersonal, _judge_silence, bar=0.95, fewest=60)


def test_the_authors_own_voice_is_no_experts():
    hold(cases(), _judge, bar=0.98, fewest=75)

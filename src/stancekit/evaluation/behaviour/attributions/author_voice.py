"""B20: scare quotes, titles, agentless passives and comments that suggest are no expert's."""

from __future__ import annotations

from stancekit.evaluation.behaviour.attributions.cases import (
    Attributor,
    Case,
    Judged,
    article,
    chance,
    curly,
    found_in,
    in_words,
    scene,
)
from stancekit.evaluation.behaviour.attributions.words import capital

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


_SHAPES = ("alone", "behind a sentence", "alone, curly", "behind a sentence, curly")


def cases(seed: int) -> list[Case]:
    """Write paragraphs that seem to quote somebody and do not."""
    draw = chance(seed, "author")
    found = []
    for kind, baits in _BAIT.items():
        for bait in baits:
            for i in range(len(_SHAPES)):
                drawn = scene(draw)
                c, earlier = drawn.claims[:2]
                said = bait.format(S=drawn.person.short, c=c, C=capital(c))
                said = f"{drawn.background[1]} {capital(said)}" if i % 2 else capital(said)
                opening = f"{drawn.introduced}, said that {earlier}."
                text = article(drawn.background[0], opening, said, drawn.background[2])
                text = curly(text) if i > 1 else text
                form = f"{kind}: {bait} ({_SHAPES[i]})"
                found.append(Case(form=form, text=text, expected=None, paragraph=2))
    return found


def judge(case: Case, attributor: Attributor) -> Judged:
    """Judge whether no expert is found to say it."""
    experts = [a for a in found_in(case, attributor) if a.speaker.role == "expert"]
    return ("wrong" if experts else "right"), in_words(experts)


def judge_silence(case: Case, attributor: Attributor) -> Judged:
    """Judge whether nobody is found to say it."""
    found = found_in(case, attributor)
    return ("wrong" if found else "right"), in_words(found)

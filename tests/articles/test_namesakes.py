from stancekit.articles import attribute


def test_namesakes_mean_whoever_spoke_or_nobody(cast):
    people = cast("Kim Da-on and, later, Kim Ro-eun came.")
    assert people.find(["Kim"], 1) is None
    assert people.n_bearers(["Kim"]) == 2
    people.find(["Kim", "Ro-eun"], 0).spoken.append(0)
    assert people.find(["Kim"], 1).full_name == "Kim Ro-eun"
    people.find(["Kim", "Da-on"], 0).spoken.append(1)
    assert people.find(["Kim"], 2) is None


def test_a_title_tells_namesakes_apart():
    found = attribute(
        "Kim Ro-eun, an analyst, said that talks failed.\n\nPresident Kim said that they go on."
        "\n\nBut Kim, the analyst, said that they failed."
    )
    assert [a.speaker.name for a in found] == ["Kim Ro-eun", "Kim", "Kim Ro-eun"]

"""The table of names: the short forms of each shape, told by the article's own follow-ups."""

from .cases import Said, row


def again(full: str, described: str, *shorts: str, fails: str = ""):
    """Give one case for each short form: introduced in full, then named by it."""
    return [
        row(
            f"{full}: {short}",
            f"{full}, {described}, said the ice was thin.\n\n{short} said the ferry would wait.",
            Said(full, "the ice was thin"),
            Said(full, "the ferry would wait"),
            fails=fails,
        )
        for short in shorts
    ]


_FELLOW = "a fellow at the Meridian Law Centre"

ROWS = {
    "Korean": [
        *again("Baek Ro-eun", _FELLOW, "Baek", "Dr. Baek"),
        *again("Seok Damheon", _FELLOW, "Seok"),
        *again("Heo Bit Sol", _FELLOW, "Heo"),
    ],
    "Korean, two syllables": [
        *again("Namgung Da-on", _FELLOW, "Namgung"),
        *again("Hwangbo Mu-yeol", _FELLOW, "Hwangbo"),
        *again("Sunwoo Byeol", _FELLOW, "Ms. Sunwoo"),
    ],
    "Korean heritage, Western order": [
        *again("Joon Baek", _FELLOW, "Baek"),
        *again("Ro-eun Seok", _FELLOW, "Seok"),
        *again("Daniel Y. Heo", _FELLOW, "Heo"),
    ],
    "Japanese": [
        *again("Renji Ishizuka", _FELLOW, "Ishizuka"),
        *again("Kuramochi Nobue", _FELLOW, "Kuramochi"),
        *again("SHIRASAKA Toru", _FELLOW, "Shirasaka"),
    ],
    "Chinese": [
        *again("Gu Yanzhou", _FELLOW, "Gu"),
        *again("Ouyang Lin", _FELLOW, "Ouyang"),
        *again("Lo Chih-wei", _FELLOW, "Lo"),
        *again("Kelvin Mok Ka-ho", _FELLOW, "Mok"),
        *again("Yanzhou Gu", _FELLOW, "Gu"),
    ],
    "Vietnamese": [
        *again("Dang Hoai Vy", _FELLOW, "Vy", "Dang", "Ms. Vy"),
    ],
    "mononyms, double surnames, particles": [
        *again("Myo Zaw Lwin", _FELLOW, "Myo Zaw Lwin"),
        *again("In\u00e9s Carrizo Baltar", _FELLOW, "Carrizo Baltar"),
        *again("Joost van Ederveen", _FELLOW, "Van Ederveen"),
        *again("Salim al-Harrani", _FELLOW, "Al-Harrani"),
    ],
    "one surname twice": [
        row(
            "the analyst spoke, the leader is mentioned",
            "President Baek Dan-bi came home on Monday.\n\nBaek Ro-eun, a fellow at the Meridian "
            "Law Centre, said the ice was thin.\n\nBaek said the ferry would wait.",
            Said("Baek Ro-eun", "the ice was thin"),
            Said("Baek Ro-eun", "the ferry would wait"),
        ),
        row(
            "the title tells",
            "President Baek Dan-bi came home on Monday.\n\nBaek Ro-eun, a fellow at the Meridian "
            "Law Centre, said the ice was thin.\n\nPresident Baek said the ferry would wait.",
            Said("Baek Ro-eun", "the ice was thin"),
            Said("Baek Dan-bi", "the ferry would wait"),
        ),
        row(
            "both spoke: nobody is told",
            "Heo Ran, a fellow at the Meridian Law Centre, said the ice was thin.\n\nHeo Bit-sol, "
            "a professor at Wainui University, said it would hold.\n\n"
            "Heo said the ferry would wait.",
            Said("Heo Ran", "the ice was thin"),
            Said("Heo Bit-sol", "it would hold"),
            Said(None, "the ferry would wait"),
        ),
    ],
}

"""Invented people with names of many shapes, and how each is named again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody with the form of a first mention, the usual short form, and the pronouns."""

    full: str
    short: str
    he: str
    shape: str
    also: tuple[str, ...] = ()

    @property
    def his(self) -> str:
        """The possessive pronoun."""
        return "his" if self.he == "he" else "her"


PEOPLE = [
    Invented("Heo Bit-sol", "Heo", "she", "Korean, hyphen"),
    Invented("Seok Dam-heon", "Seok", "he", "Korean, hyphen, rare family name"),
    Invented("Noh Garam", "Noh", "he", "Korean, joined"),
    Invented("Min Sae Byeok", "Min", "she", "Korean, three words"),
    Invented("Namgung Da-sol", "Namgung", "she", "Korean, two-syllable family name"),
    Invented("Hwangbo Mu-yeol", "Hwangbo", "he", "Korean, two-syllable family name"),
    Invented("Sunwoo Byeol", "Sunwoo", "she", "Korean, two-syllable family name, joined"),
    Invented("Joon Heo", "Heo", "he", "Korean, Western order"),
    Invented("Bit-sol Noh", "Noh", "she", "Korean, Western order, hyphen"),
    Invented("Daniel Y. Baek", "Baek", "he", "Korean, Western given name and initial"),
    Invented("Renji Kuramochi", "Kuramochi", "he", "Japanese, Western order"),
    Invented("Shirasaka Nobue", "Shirasaka", "she", "Japanese, own order"),
    Invented("KURAMOCHI Renji", "Kuramochi", "he", "Japanese, capitals"),
    Invented("Qiu Baolan", "Qiu", "she", "Chinese"),
    Invented("Ouyang Pei", "Ouyang", "he", "Chinese, compound family name"),
    Invented("Lo Chih-yun", "Lo", "she", "Chinese, hyphen"),
    Invented("Rosalind Mok Yee-lan", "Mok", "she", "Chinese, Western given name"),
    Invented("Baolan Qiu", "Qiu", "she", "Chinese, Western order"),
    Invented("Trinh Hoai Khue", "Khue", "she", "Vietnamese", also=("Trinh",)),
    Invented("Dang Bao Tuong", "Tuong", "he", "Vietnamese", also=("Dang",)),
    Invented("Myo Zaw Lwin", "Myo Zaw Lwin", "he", "Burmese, whole name"),
    Invented("In\u00e9s Carrizo Baltar", "Carrizo Baltar", "she", "Spanish", also=("Carrizo",)),
    Invented("Joost van Ederveen", "van Ederveen", "he", "particle", also=("Ederveen",)),
    Invented("Salim al-Harrani", "al-Harrani", "he", "Arabic particle"),
    Invented("Lucia de la Brena", "de la Brena", "she", "two particles"),
    Invented("Marguerite Okell", "Okell", "she", "Western"),
    Invented("Colm T. Farraday", "Farraday", "he", "Western, initial"),
    Invented("Edda Brandt-Lowell", "Brandt-Lowell", "she", "Western, double name"),
    Invented("Niall O'Grennan", "O'Grennan", "he", "Western, apostrophe"),
    Invented("Zden\u011bk Pavlo\u0161ek", "Pavlo\u0161ek", "he", "Western, accents"),
]

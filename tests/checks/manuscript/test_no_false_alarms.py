"""Texts that a good proof-reader would hand back without a mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from .proofs import found, read, subject_of

HEAD = "---\ntitle: A Test\nauthor: Nobody\ndate: 2024-05-01\nlang: {lang}\ndescription: A test.\n---\n\n"

GOOD = {
    "en": """
He said that that had had to be so; the well-known N2 -- "the last bus", they call it -- left at 23:40. 'Tis the drivers' own,
and in the '90s it was 6' 2" high. What is "good" isn't 'bad' ... or is it?

The U.S. and the U.K. (e.g. in 1979--1992) sent Dr. Smith, Mr. O'Neill and J. R. Hartley to Baden Baden. It cost £1,392.50,
i.e. $1.7 million, at 7:30 p.m. on the 24^th^ of March. See README.md, example.org/a,b or the .profile file; `a  b ,c`.

"Where are we going?" she asked.

"Home," he said. "It's late."

We ask the pre- and post-war tenants, the two- to three-year leases, and everyone's mother-in-law: "Who pays?" The answer
is:

- light,
- heat and
- bread.

Guatemala and a Guatemalan, America and Americans, Marx and Marxists, Marie and Maria met Anderson.

The sign said "NO ENTRY AFTER TEN O'CLOCK". NATO, the UN and UNESCO did not come. The *Gazeta do Povo* wrote about it, and *Die
Zeit* too; *ad hoc* and *de facto* are in the dictionary.
""",
    "fr": """
« Qui vive ? » demanda-t-il ; personne ne répondit : la nuit était noire ! Nous nous sommes levés, vous vous êtes assis. L'autobus
de 4 h 10 coûte 1 392,50 €, c'est-à-dire trop ; et les travailleur·euses le savent. L'an 1914-1918, n'est-ce pas ?

« C'est une longue citation, dit-elle,

« et elle continue ici. »

L'« exemple » d'aujourd'hui : qu'est-ce que c'est que ça ? Le 12 mars 2024 et le 1er mai 2024, on a voté.
""",
    "de": """
Die, die die Stadt kennen, wissen: „Das ist der Bus, der der letzte ist“, sagte sie. Ein- und Ausgang, Vor- bzw. Nachteile und die
Arbeiter:innen, ArbeiterInnen, Mieter*innen stehen im Buch, z. B. auf S. 12 f., d. h. am 12. März 2024 und am 1. Mai 2024.

„‚Nein‘, sagte er“, schrieb sie. Der Vater und die Väter, die Mutter und die Mütter, Kosten und Kasten, Genossen und Genossinnen.
""",
    "es": """
«¿Quién paga?», preguntó. ¡¡No!! Sí, sí: muy muy tarde, a las 23:40 h. El canon será de 18 000 euros; él está, ésta está, solo y
sólo. El 12 de marzo de 2024 y el 3 de mayo de 2024 se votó. —No lo creo —dijo ella—. Vámonos.
""",
    "he": """
צה"ל אמר "שלום". ארה"ב, ד"ר כהן, צ'ק וג'ירפה (עמ' 12), כתבה ב"הארץ". "הוא אמר 'כן'".
""",
    "ur": """
اس نے کہا "ہاں" اور پھر "کل 'نہیں' کہا"۔
""",
    "bg": """
„Да“, каза тя. "Това 'не' е вярно", каза той.
""",
    "tr": """
Yavaş yavaş yürüdüler, teker teker bindiler. "Son otobüs ilk otobüstür," dedi. Ankara'da ve İstanbul'da 12 Mart 2024'te buluştuk.
""",
    "sv": """
”Det är den sista bussen”, sade hon. ”Och den första.” In- och utgång finns.
""",
    "da": """
»Det er den sidste bus,« sagde hun. »Og den første.« Ind- og udgang findes.
""",
    "ru": """
«Кто „там“?» — спросил он. Никто не ответил: ночь была тёмная.
""",
    "zh": """
「末班車也是頭班車」，她說。我們在二〇二四年三月十二日開會。
""",
}  # fmt: skip


@pytest.mark.parametrize("lang", GOOD)
def test_good_prose_is_handed_back_without_a_mark(lang: str, tmp_path: Path) -> None:
    assert found(subject_of(tmp_path, HEAD.format(lang=lang) + GOOD[lang])) == []


MANUSCRIPTS = {"caravan.md": {"R171", "R173"}, "es-plaza.md": set(), "night-buses.md": set(), "stairwell.md": set(), "reader": set()}


@pytest.mark.parametrize("name", MANUSCRIPTS)
def test_our_own_manuscripts_are_in_good_order(name: str, root: Path) -> None:
    assert {finding.code for finding in found(read(root / "manuscripts" / name))} == MANUSCRIPTS[name]


def test_the_caravan_pamphlet_lacks_metadata_and_is_hard_to_read(shared: Path) -> None:
    findings = found(read(shared / "manuscripts" / "migrant-caravan.md"))
    assert {finding.code for finding in findings} == {"R137", "R171", "R173"}

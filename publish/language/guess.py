"""Which language a text without metadata is in: by its script, and by its most common small words."""

from __future__ import annotations

import re
from collections import Counter

_LOOKED_AT = 20_000  # characters
_LEAST_HITS = 3
_LEAST_SHARE = 0.12  # of the words; running text in these languages has 0.25 and more
_LEAD = 1.3  # times as many hits as the second best

_SMALL_WORDS = {
    "en": "the of and to in is that for was it with as his on be at by this had not are but from or have they "
    "which you were her she there their we him been has when who will more no if out so what up its about "
    "them than into our",
    "es": "de la que el en y los se del las un por con no una su para es al lo como más o pero sus le ha me sin "
    "sobre este ya entre cuando todo esta ser son dos también fue había muy hasta desde nos están",
    "fr": "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec son "
    "aux cette mais ses ou comme nous on leur elle ont été sans ces même tout vous",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden "
    "aus er hat dass sie nach wird bei einer um am sind noch wie einem über wir so zum kann",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem "
    "à seu sua ou ser quando muito nos já está também só pelo pela até isso são",
    "it": "di e il la che in un per è non una del si le con da dei i della al gli più nel alla come sono ma lo "
    "ha anche o delle questo se dalla ed dal nella essere sul loro tutti",
    "tr": "ve bir bu da de için ile çok olarak gibi daha ne var kadar olan sonra ama en her o değil ya ki mi "
    "ise onun biz şey iki göre olduğu ancak hem bütün tüm veya",
}
_SMALL_WORDS |= {
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als maar dan uit bij nog naar wordt "
    "door over hij ze wij we deze die geen meer heeft hebben was werd kan zo",
    "af": "die is en van in het dat nie te om met op vir aan ons was hulle hy wat sal as by uit ook maar kan deur "
    "sy word of weer tot sê moet haar hierdie wees so",
    "ca": "de la el els les i que en un una per amb no del dels al als és es ha han més com però seu seva són "
    "també aquest aquesta va ser fins quan tot tots totes ho hi molt ja",
    "gl": "de a o os as e que en do da dos das un unha para por con non se no na nos nas ao á máis como pero é "
    "foi seu súa tamén son esta este hai xa moi ata todo todas",
    "oc": "de la lo los las e que en un una per amb non del dels al es a an mai coma mas son sa seu tanben aquel aquela dins totes tot foguèt pas i se",
    "scn": "di lu la li e chi nu un na pi cu nun dû ntâ nta comu cchiù ma so sò tuttu tutti è fu ni si a u",
    "sco": "the o an in tae is wis that for it wi his on be at by this haed no but fae or hae they whilk aw thay oor ye thair there we him been",
    "nds": "de dat un is en nich he se to in op för mit vun wi ik as ok wat dor hett den sik bi na ut kann is weer all "
    "noch denn ünner över man blots hebbt sünd di mi",
    "gsw": "de d s und isch nöd nid vo uf im mit en e für z i sie er mir ich au das wo het händ hät no so bi us am dr aber si scho näi ned",
    "sv": "och i att det som en på är av för med den till inte har de ett om vi var men sig så från han hon eller "
    "kan nu under alla sina efter också ska vid när",
    "da": "og i at det som en på er af for med den til ikke har de et om vi var men sig så fra han hun eller kan nu "
    "under alle sine efter også skal ved når blev hvad",
    "nb": "og i at det som en på er av for med den til ikke har de et om vi var men seg så fra han hun eller kan nå "
    "under alle sine etter også skal ved når ble hva å",
    "pl": "i w na z do nie się że to jest o jak po co ale od za czy dla tym jego jej ich przez tak już był była są oraz które który może przed aby",
    "ro": "de și în a la cu pe nu că o să se din pentru este un ca mai au sunt care fi prin dar sau lui ce după fost am toate către",
    "az": "və bir bu da də üçün ilə çox kimi daha nə var qədər olan sonra amma o deyil ki isə onun biz hər heç hansı",
}
# Only known so that their texts are taken for no neighbour's.
_NEVER_SAID = frozenset({"gsw", "nds", "oc", "scn", "sco"})
_COMMON = {lang: frozenset(words.split()) for lang, words in _SMALL_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
# Those of many letters take some time to make; so it is done where a text has such a letter.
_ARABIC = "[\u0620-\u064a]"
_OTHER_ARABIC = "[پچژگکیےٹڈہ]"  # Persian and Urdu
_KANA = "[\u3041-\u30fa]"
_HAN = "[\u3400-\u9fff]"
_FIRST_ASIAN = "\u3041"
_CYRILLIC = "[\u0400-\u052f]"
_HANGUL = "[\uac00-\ud7a3]"
_OTHER_SCRIPTS = "[\u0370-\u03ff\u0530-\u05ff\u0900-\u1fff]"  # Greek, Hebrew, Indic …
# Languages in Cyrillic: all letters of its texts, those of which it
# has some, and its small words, for small languages of Russia have the alphabet of Russian.
_SLAVIC = {
    "ru": ("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "ыэ", "и в не на что с по"),
    "uk": ("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "їє", "і й на не що в у з"),
    "be": ("абвгдеёжзійклмнопрстуўфхцчшыьэюя", "ў", "і ў на не што з у"),
    "bg": ("абвгдежзийклмнопрстуфхцчшщъьюя", "ъ", "и на да се за е не"),
    "sr": ("абвгдђежзијклљмнњопрстћуфхцчџш", "ђћ", "и у је на да се за"),
    "mk": ("абвгдѓежзѕијклљмнњопрстќуфхцчџш", "ѓќ", "и на во да се за не"),
}
_LEAST_CYRILLIC, _LEAST_SMALL_WORDS = 30, 2


def guess(text: str) -> str:
    """The language's tag, such as ``en``; empty where it is not plain to see."""
    start = text[:_LOOKED_AT]
    asian = max(start, default="") >= _FIRST_ASIAN
    counts = {"ar": _count(_ARABIC, start), "east": _count(_KANA, start) + _count(_HAN, start) if asian else 0}
    counts["latin"] = _count("[a-zA-Z]", start)
    counts |= {"cyrillic": _count(_CYRILLIC, start), "ko": _count(_HANGUL, start) if asian else 0, "other": _count(_OTHER_SCRIPTS, start)}
    # One of these signs says about as much as three letters.
    counts["east"] *= 3
    counts["ko"] *= 3
    most = max(counts, key=counts.__getitem__)
    match most:
        case "latin" if counts["latin"]:
            return _by_small_words(start)
        case "ar" if counts["ar"] >= 6:
            return "" if _count(_OTHER_ARABIC, start) * 50 > counts["ar"] else "ar"
        case "east" if counts["east"] >= 12:
            return "ja" if _count(_KANA, start) * 10 > _count(_HAN, start) else "zh"
        case "cyrillic" if counts["cyrillic"] >= _LEAST_CYRILLIC:
            return _by_alphabet(start)
        case "ko" if counts["ko"] >= 12:
            return "ko"
    return ""


def _by_alphabet(text: str) -> str:
    """The one language in Cyrillic that has all of a text's letters, and some of its own and of its small words."""
    words = _WORD.findall(text.lower())
    letters = set(re.findall(_CYRILLIC, text.lower()))
    found = [
        lang for lang, (alphabet, own, small) in _SLAVIC.items()
        if letters <= set(alphabet) and letters & set(own) and len(set(words) & set(small.split())) >= _LEAST_SMALL_WORDS
    ]  # fmt: skip
    return found[0] if len(found) == 1 else ""


def _count(pattern: str, text: str) -> int:
    return len(re.findall(pattern, text))


def _by_small_words(text: str) -> str:
    words = Counter(word.lower() for word in _WORD.findall(text))
    hits = sorted(((sum(words[word] for word in common & words.keys()), lang) for lang, common in _COMMON.items()), reverse=True)
    (best, lang), (second, _) = hits[0], hits[1]
    if best < max(_LEAST_HITS, _LEAST_SHARE * words.total()) or best < _LEAD * second:
        return ""
    return "" if lang in _NEVER_SAID else lang

"""Quotes, dashes and spaces, as each language sets them.

In the tables ``~`` stands for a no-break space and ``_`` for a narrow one.
"""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.model.nodes import (
    Align,
    Cell,
    Code,
    CodeBlock,
    Division,
    Emphasis,
    Heading,
    Image,
    LineBreak,
    Link,
    List,
    ListItem,
    Note,
    Paragraph,
    Quote,
    Span,
    Strong,
    Table,
    Text,
    Verse,
    VerseLine,
)
from publish.model.walk import plain_text
from publish.transforms.typography import set_inlines, set_typography, set_words

LANGUAGES = "en es fr de pt it tr ar zh zh-Hant ja pl cs ru nl sv da de-CH xx he yi ko th cy haw uk bg sr ur hi fr-CH".split()


def visible(text):
    return text.replace("\u00a0", "~").replace("\u202f", "_")


QUOTES = [
    ("en", "\"It's 'fine',\" she said.", "“It’s ‘fine’,” she said."),
    ("en", "'He said \"no\" to the workers' party.'", "‘He said “no” to the workers’ party.’"),
    ("en", 'He said "they said "no" to us".', "He said “they said ‘no’ to us”."),
    ("en", '("x") ["y"] "\'tis"', "(“x”) [“y”] “’tis”"),
    ("en", '"The first paragraph of a long quotation.', "“The first paragraph of a long quotation."),
    ("en", "'The first paragraph of a British one.", "‘The first paragraph of a British one."),
    ("en", 'word--"quote"--word', "word–“quote”–word"),
    ("en", 'one "left open and "one closed" here', "one “left open and “one closed” here"),
    ("en", '"...and so on"', "“…and so on”"),
    ("en", 'The author’s “own” and "typed"', "The author’s “own” and “typed”"),
    ("en", 'The author’s “own "typed" inside”', "The author’s “own ‘typed’ inside”"),
    ("de", "\"Das 'ist' es\", sagte sie. Geht's?", "„Das ‚ist‘ es“, sagte sie. Geht’s?"),
    ("de-CH", '"Ja"', "«Ja»"),
    ("fr", "\"Il dit 'non'\"", "«_Il dit “non”_»"),
    ("fr", "l'\"homme\" d'hier", "l’«_homme_» d’hier"),
    ("es", "\"Hola 'tú'\"", "«Hola “tú”»"),
    ("pt-BR", '"Sim"', "“Sim”"),
    ("it", "l'\"uomo\" dell'anno", "l’«uomo» dell’anno"),
    ("tr", 'Ankara\'da "evet" dedi', "Ankara’da “evet” dedi"),
    ("ar", 'قال "نعم" ثم', "قال «نعم» ثم"),
    ("zh", '他说"走吧"。', "他说“走吧”。"),
    ("zh-Hant", '他說"走吧"。', "他說「走吧」。"),
    ("ja", '彼は"行こう"と言った。', "彼は「行こう」と言った。"),
    ("ja", 'He said "go" twice.', "He said “go” twice."),
    ("pl", '"Tak"', "„Tak”"),
    ("sv", '"Ja"', "”Ja”"),
    ("da", '"Ja"', "»Ja«"),
    ("ru", '"Да"', "«Да»"),
    ("tlh", '"nuqneH"', "“nuqneH”"),
    ("pt-PT", "\"Sim 'não'\"", "«Sim “não”»"),
    ("fr-CH", "\"Il dit 'non'\"", "«_Il dit ‹non›_»"),
    ("fr-CA", "\"Il dit 'non'\"", "«_Il dit “non”_»"),
    ("nl", "\"Ja 'nee'\"", "“Ja ‘nee’”"),
    ("uk", "\"Так 'ні'\"", "«Так „ні“»"),
    ("sr-Latn", '"Da"', "„Da”"),
    ("sl", "\"Da 'ne'\"", "„Da ‚ne‘“"),
    ("lt", '"Taip"', "„Taip“"),
    ("ka", '"კი"', "„კი“"),
    ("eu", '"Bai"', "«Bai»"),
    ("he", "\"הוא אמר 'כן'\"", "”הוא אמר ’כן’”"),
    ("ur", '"ہاں"', "”ہاں“"),
    ("hi", "उसने \"नमस्ते 'जी'\" कहा", "उसने “नमस्ते ‘जी’” कहा"),
    ("ko", "그는 \"네\"라고, '가자'고 말했다.", "그는 “네”라고, ‘가자’고 말했다."),
    ("th", "เขาพูดว่า'ไป'แล้ว", "เขาพูดว่า‘ไป’แล้ว"),
    ("zh", "他说'走'吧", "他说‘走’吧"),
]


@pytest.mark.parametrize(("lang", "typed", "printed"), QUOTES)
def test_straight_quotes_become_those_of_the_language(lang, typed, printed):
    assert visible(set_words(typed, lang)) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("don't", "don’t"),
        ("the '90s and '68", "the ’90s and ’68"),
        ("'tis, 'twas and 'em", "’tis, ’twas and ’em"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("the workers' party, rockin' on", "the workers’ party, rockin’ on"),
        ("an 'ouse", "an ’ouse"),
        ("'I'm from the '60s'.", "‘I’m from the ’60s’."),
        ("'I saw 'em' and '68'", "‘I saw ’em’ and ‘68’"),
        ("'Fraid so, 'til then", "’Fraid so, ’til then"),
        ("'We played rock 'n' roll'", "‘We played rock ’n’ roll’"),
        ("It stood 12'x10', 12\"x10\" and 12' x 10'.", "It stood 12′x10′, 12″x10″ and 12′ x 10′."),
        ('"He is 5\'10" tall", she said', "“He is 5′10″ tall”, she said"),
        ("40° 26' 46\" N, 40°26'N", "40° 26′ 46″ N, 40°26′N"),
        ("5' 10\" tall, 6'2\"", "5′ 10″ tall, 6′2″"),
        ('"It was 1918"', "“It was 1918”"),
    ],
)
def test_apostrophes_and_primes_are_told_from_quotes(typed, printed):
    assert set_words(typed, "en") == printed


@pytest.mark.parametrize(
    ("lang", "typed", "printed"),
    [
        ("nl", "'s-Hertogenbosch, 't is 'n idee van 'ons'", "’s-Hertogenbosch, ’t is ’n idee van ‘ons’"),
        ("af", "dis 'n dag, 'n 'dag'", "dis ’n dag, ’n ‘dag’"),
        ("cy", "i'r 'n dda, mae'n 'da'", "i’r ’n dda, mae’n ‘da’"),
        ("haw", "Hawai'i, 'Ōlelo, ka 'āina, 'aloha'", "Hawaiʻi, ʻŌlelo, ka ʻāina, ‘aloha’"),
        ("uk", "п'ять об'єднань", "п’ять об’єднань"),
        ("ca", "l'11 de setembre d'enguany", "l’11 de setembre d’enguany"),
        ("it", "un po' di tempo nell'800", "un po’ di tempo nell’800"),
    ],
)
def test_each_language_has_its_apostrophes(lang, typed, printed):
    assert set_words(typed, lang) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('צה"ל, ארה"ב, ד"ר, תש"ח', "צה״ל, ארה״ב, ד״ר, תש״ח"),
        ("צ'ק, ג'ירפה, ה'תש\"ח", "צ׳ק, ג׳ירפה, ה׳תש״ח"),
        ("עמ' 12", "עמ׳~12"),
        ('דו"חות ומ"מים', "דו״חות ומ״מים"),
        ('כתבה ב"הארץ" על המו"מ', "כתבה ב”הארץ” על המו״מ"),
        ('מ"מים וה"דו"ח" ההוא', "מ״מים וה”דו״ח” ההוא"),
        ('צה"ל אמר "שלום".', "צה״ל אמר ”שלום”."),
    ],
)
@pytest.mark.parametrize("lang", ["he", "yi"])
def test_marks_within_hebrew_words_are_told_from_quotes(lang, typed, printed):
    assert visible(set_words(typed, lang)).replace("~", " ") == printed.replace("~", " ")


def test_hebrew_words_keep_their_marks_in_a_text_of_another_language():
    assert set_words('The army (צה"ל) said "no".', "en") == "The army (צה״ל) said “no”."


def test_signs_behind_a_backslash_stay_as_typed():
    content = (Text("She wrote "), Text('"', literal=True), Text("as it's"), Text('"', literal=True), Text(' "there".'))
    assert plain_text(*set_inlines(content, "en")) == 'She wrote "as it’s" “there”.'
    alone = (Text("'", literal=True),)
    assert set_inlines(alone, "en") is alone


@pytest.mark.parametrize(
    ("lang", "typed", "printed"),
    [("zh", "他--走", "他——走"), ("zh-Hant", "他---走...", "他——走……"), ("ja", "彼は--言った", "彼は——言った"), ("zh", "A--B", "A–B"),
     ("zh", "他——走……", "他——走……"), ("ko", "그는 -- 갔다", "그는 – 갔다")],
)  # fmt: skip
def test_two_hyphens_beside_chinese_and_japanese_words_are_a_long_dash(lang, typed, printed):
    assert set_words(typed, lang) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("one -- two --- three", "one – two — three"),
        ("one--two---three", "one–two—three"),
        ("wages - and hours", "wages – and hours"),
        ("from 1918-1923 and pp. 12-15", "from 1918–1923 and pp.~12–15"),
        ("1918-23, but 2018-10", "1918–23, but 2018-10"),
        ("2018-10-23", "2018-10-23"),
        ("ISBN 978-3-16-148410-0", "ISBN 978-3-16-148410-0"),
        ("555-1234 or 0800-1234", "555-1234 or 0800-1234"),
        ("a 7,000-person march, COVID-19, F-16", "a 7,000-person march, COVID-19, F-16"),
        ("10 - 5", "10 - 5"),
        ("-----", "-----"),
        ("well...", "well…"),
        ("well....", "well...."),
        ("-- end", "– end"),
    ],
)
def test_hyphens_and_dots_become_dashes_and_ellipses(typed, printed):
    assert visible(set_words(typed, "en")) == printed


@pytest.mark.parametrize(
    ("lang", "typed", "printed"),
    [
        ("en", "two  spaces   here", "two spaces here"),
        ("en", "Mr. Smith and Dr. Who", "Mr.~Smith and Dr.~Who"),
        ("en", "No. 5, p. 7, § 3", "No.~5, p.~7, §~3"),
        ("en", "J. B. Priestley and J. R. R. Tolkien", "J.~B.~Priestley and J.~R.~R.~Tolkien"),
        ("en", "5 % of 12 km and 3 kg", "5~% of 12~km and 3~kg"),
        ("en", "3 kilos, 5 gates", "3 kilos, 5 gates"),
        ("de", "z. B. Nr. 5, S. 12", "z.~B. Nr.~5, S.~12"),
        ("fr", "Quoi ? Non! Bien ; oui: 10:30", "Quoi_? Non_! Bien_; oui~: 10:30"),
        ("fr", "«mot» et « mot »", "«_mot_» et «_mot_»"),
        ("fr", "Vraiment?! (sic!) (!)", "Vraiment_?! (sic_!) (!)"),
        ("fr", '" mot ".', "«_mot_»."),
        ("fr", "n° 5 et 12 %", "n°~5 et 12_%"),
        ("fr-CA", "Quoi ?", "Quoi_?"),
        ("pl", "i w domu", "i~w~domu"),
        ("en", "1 000 000 people, 12 500 of them", "1~000~000 people, 12~500 of them"),
        ("en", "in 1918 200 men, 5 men", "in 1918 200 men, 5 men"),
        ("fr", "1 000 000 € en 2 h", "1_000_000_€ en 2_h"),
        ("de", "§ 5, §§ 6, 20 °C, 100 km/h, 5 %", "§~5, §§~6, 20~°C, 100~km/h, 5~%"),
        ("sv", "s. 12, nr 5, nr. 6, 12 %", "s.~12, nr~5, nr.~6, 12~%"),
        ("uk", "№ 5, с. 12, 5 кг", "№~5, с.~12, 5~кг"),
        ("sk", "v dome", "v~dome"),
        ("ca", "núm. 5, 5%", "núm.~5, 5%"),
        ("zh", "走吧...", "走吧……"),
    ],
)
def test_spaces_hold_what_belongs_together(lang, typed, printed):
    assert visible(set_words(typed, lang)) == printed


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/a--b?c=1-2&d='e'...f",
        "www.x.example/1-2",
        "me--too@x.example",
        "x.example/a--b/1918-1923",
        "mailto://x'y",
    ],
)
@pytest.mark.parametrize("lang", ["en", "fr", "ja"])
def test_addresses_stay_as_typed(address, lang):
    assert address in set_words(f'Write to "{address}", or (see {address}).', lang)


def test_code_stays_as_typed():
    code = (Text('say "'), Code('a--b "c"  \''), Text('" now'))
    assert set_inlines(code, "en") == (Text("say “"), Code('a--b "c"  \''), Text("” now"))
    block = CodeBlock('x = "1--2"')
    assert set_typography((block,), "fr") == (block,)


def test_a_link_that_shows_its_address_stays_as_typed():
    link = Link((Text("x.example/it's--here"),), "https://x.example/it's--here")
    assert set_inlines((Text("See "), link), "en") == (Text("See "), link)
    words = Link((Text("what it's about"),), "https://x.example/")
    assert set_inlines((words,), "en") == (Link((Text("what it’s about"),), "https://x.example/"),)


def test_quotes_are_paired_across_emphasis_and_links():
    content = (Text('"'), Emphasis((Text("Solidarity"), Strong((Text('", she "says'),)))), Text('"!'))
    assert set_inlines(content, "de") == (
        Text("„"), Emphasis((Text("Solidarity"), Strong((Text("“, she „says"),)))), Text("“!"),
    )  # fmt: skip


def test_an_elision_before_emphasis_is_an_apostrophe():
    assert set_inlines((Text("l'"), Emphasis((Text("homme"),))), "fr")[0] == Text("l’")


def test_french_spaces_are_set_after_emphasis():
    content = (Emphasis((Text("Quoi"),)), Text(" ! "), Emphasis((Text("Non"),)), Text("!"))
    assert visible(plain_text(*set_inlines(content, "fr"))) == "Quoi_! Non_!"


def test_spaces_at_the_border_of_emphasis_stay():
    content = (Text("one "), Emphasis((Text(" two "),)), Text(" three"))
    assert set_inlines(content, "en") is content


def test_a_note_call_is_looked_past_and_its_body_is_set():
    note = Note((Paragraph((Text('It\'s "so"'),)),))
    content = (Text('"word'), note, Text("\" and '90s"))
    assert set_inlines(content, "en") == (
        Text("“word"), Note((Paragraph((Text("It’s “so”"),)),)), Text("” and ’90s"),
    )  # fmt: skip


def test_a_line_break_parts_words_like_a_space():
    assert set_inlines((Text("one"), LineBreak(), Text('"two"')), "en")[2] == Text("“two”")


def test_words_in_another_language_are_set_by_its_rules():
    content = (Text('He said "'), Span((Text('"Ja", so'),), lang="de"), Text('" twice'))
    assert set_inlines(content, "en") == (Text("He said “"), Span((Text("„Ja“, so"),), lang="de"), Text("” twice"))
    division = Division(None, (List((ListItem((Paragraph((Text('"Oui"'),)),)),)),), lang="fr")
    inner = set_typography((division,), "en")[0].blocks[0].items[0].blocks[0]
    assert visible(plain_text(inner)) == "«_Oui_»"


def test_a_span_without_language_is_read_through():
    content = (Span((Text('"one'),), id="here"), Text(' two"'))
    assert set_inlines(content, "de") == (Span((Text("„one"),), id="here"), Text(" two“"))


def test_every_kind_of_block_is_set():
    run = (Text("it's"),)
    blocks = (
        Heading(1, run),
        Quote((Paragraph(run),), attribution=run),
        Verse(((VerseLine(run),),)),
        Table((Align.NONE,), ((Cell.of(run),),), ((Cell.of(run),),), caption=run),
    )
    assert "'" not in plain_text(*set_typography(blocks, "en"))


def test_a_paragraph_that_needs_nothing_is_the_same_object():
    block = Paragraph((Text("The author’s words, "), Emphasis((Text("as they"),)), Text(" are.")))
    assert set_typography((block,), "en")[0] is block


def test_text_that_holds_our_own_signs_is_left_alone():
    content = (Text("a\ufdd0 'b'"), Emphasis((Text("\ufdd3 x@y.example"),)))
    assert set_inlines(content, "en") == content


# Laws ----------------------------------------------------------------------------------------

signs = [*"aZé1 2x°צה가ก.'\"-:!?«»“”‘’„,;…()/@%中の「م\n\u00a0\u202f", "  ", "---", "...", "p. ", "tis", " 000", "http://x"]
words = st.lists(st.sampled_from(signs), max_size=16).map("".join)
leaves = st.one_of(
    words.map(Text), words.map(Text), words.map(Code), st.just(LineBreak()), st.just(Image("a.png", alt="it's")),
    words.map(lambda text: Note((Paragraph((Text(text),)),))),
)  # fmt: skip
runs = st.recursive(
    st.lists(leaves, max_size=4).map(tuple),
    lambda inner: st.lists(
        st.one_of(
            leaves,
            inner.map(Emphasis),
            inner.map(lambda content: Link(content, "https://x.example/")),
            st.tuples(inner, st.sampled_from(["fr", "de", ""])).map(lambda pair: Span(pair[0], lang=pair[1])),
        ),
        max_size=4,
    ).map(tuple),
    max_leaves=6,
)


def letters(content):
    """An ʻokina is a letter, but the apostrophe that is typed for it is none."""
    return [sign for sign in plain_text(*content, notes=True) if sign.isalnum() and sign != "ʻ"]


@settings(max_examples=400, deadline=None)
@given(runs, st.sampled_from(LANGUAGES))
def test_letters_and_digits_never_change(content, lang):
    assert letters(set_inlines(content, lang)) == letters(content)


@settings(max_examples=400, deadline=None)
@given(runs, st.sampled_from(LANGUAGES))
def test_setting_twice_is_setting_once(content, lang):
    once = set_inlines(content, lang)
    assert set_inlines(once, lang) == once


whole_words = st.lists(st.sampled_from([*"aé1x°צה가 .'\"-:!?«»“”‘’,;…()中の「م\n", "tis ", "'90s "]), max_size=10).map("".join)


@settings(max_examples=400, deadline=None)
@given(whole_words, whole_words, whole_words, st.sampled_from(LANGUAGES))
def test_emphasis_does_not_change_which_quotes_are_set(before, inside, after, lang):
    """Spaces are another matter: they are not joined across its border."""

    def quotes(text):
        return [sign for sign in text if sign in "“”‘’„‚«»‹›「」『』′″׳״ʻ"]

    parted = set_inlines((Text(before), Emphasis((Text(inside),)), Text(after)), lang)
    assert quotes(plain_text(*parted)) == quotes(set_words(before + inside + after, lang))


@pytest.mark.parametrize(
    "unit", ["'", '"', "'a ", '"a ', "a@", "-a.", "www.", "« ", " !", "1-", ".", "//", "a.b", "J. ", "'n"]
)  # fmt: skip
def test_no_text_makes_it_slow(unit):
    started = time.process_time()
    for lang in ("en", "fr"):
        set_words(unit * 20_000, lang)
    assert time.process_time() - started < 1.5

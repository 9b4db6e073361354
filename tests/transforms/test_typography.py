"""Quotes, dashes and spaces, as each language sets them.

In the tables ``~`` stands for a no-break space and ``_`` for a narrow one.
"""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.model.nodes import (
    Align, Cell, Code, CodeBlock, Division, Emphasis, Heading, Image, LineBreak, Link, List, ListItem, Note, Paragraph,
    Quote, Span, Strong, Table, Text, Verse, VerseLine,
)  # fmt: skip
from publish.model.walk import plain_text
from publish.transforms.typography import set_inlines, set_typography, set_words

LANGUAGES = "en es fr de pt it tr ar zh zh-Hant ja pl cs ru nl sv da de-CH xx".split()


def visible(text):
    return text.replace("\u00a0", "~").replace("\u202f", "_")


QUOTES = [
    ("en", "\"It's 'fine',\" she said.", "“It’s ‘fine’,” she said."),
    ("en", "'He said \"no\" to the workers' party.'", "‘He said “no” to the workers’ party.’"),
    ("en", 'He said "they said "no" to us".', "He said “they said ‘no’ to us”."),
    ("en", "(\"x\") [\"y\"] \"'tis\"", "(“x”) [“y”] “’tis”"),
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
    ("fr", 'l\'"homme" d\'hier', "l’«_homme_» d’hier"),
    ("es", "\"Hola 'tú'\"", "«Hola “tú”»"),
    ("pt-BR", '"Sim"', "“Sim”"),
    ("it", "l'\"uomo\" dell'anno", "l’«uomo» dell’anno"),
    ("tr", "Ankara'da \"evet\" dedi", "Ankara’da “evet” dedi"),
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
        ("5' 10\" tall, 6'2\"", "5′ 10″ tall, 6′2″"),
        ('"It was 1918"', "“It was 1918”"),
    ],
)
def test_apostrophes_and_primes_are_told_from_quotes(typed, printed):
    assert set_words(typed, "en") == printed


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
    code = (Text('say "'), Code("a--b \"c\"  '"), Text('" now'))
    assert set_inlines(code, "en") == (Text("say “"), Code("a--b \"c\"  '"), Text("” now"))
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
    note = Note((Paragraph((Text("It's \"so\""),)),))
    content = (Text('"word'), note, Text('" and \'90s'))
    assert set_inlines(content, "en") == (
        Text("“word"), Note((Paragraph((Text("It’s “so”"),)),)), Text("” and ’90s"),
    )  # fmt: skip


def test_a_line_break_parts_words_like_a_space():
    assert set_inlines((Text('one'), LineBreak(), Text('"two"')), "en")[2] == Text("“two”")


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

signs = [*"aZé1 2.'\"-:!?«»“”‘’„,;…()/@%中の「م\n\u00a0\u202f", "  ", "---", "...", "p. ", "tis", "http://x"]
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
    return [sign for sign in plain_text(*content, notes=True) if sign.isalnum()]


@settings(max_examples=400, deadline=None)
@given(runs, st.sampled_from(LANGUAGES))
def test_letters_and_digits_never_change(content, lang):
    assert letters(set_inlines(content, lang)) == letters(content)


@settings(max_examples=400, deadline=None)
@given(runs, st.sampled_from(LANGUAGES))
def test_setting_twice_is_setting_once(content, lang):
    once = set_inlines(content, lang)
    assert set_inlines(once, lang) == once


whole_words = st.lists(st.sampled_from([*"aé .'\"-:!?«»“”‘’,;…()中の「م\n", "tis ", "'90s "]), max_size=10).map("".join)


@settings(max_examples=400, deadline=None)
@given(whole_words, whole_words, whole_words, st.sampled_from(LANGUAGES))
def test_emphasis_does_not_change_which_quotes_are_set(before, inside, after, lang):
    """Spaces are another matter: they are not joined across its border."""

    def quotes(text):
        return [sign for sign in text if sign in "“”‘’„‚«»‹›「」『』′″"]

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

"""What parts a text has: the cues of ten languages, and what holds whatever the text."""

import itertools
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.diagnostics import PublishError, Report
from publish.model.book import Book, Metadata
from publish.model.dump import dump
from publish.model.front_matter import FrontMatter
from publish.model.nodes import Blocks, Division, Heading, Link, List, Role
from publish.model.walk import plain_text, walk
from publish.readers import Source, read
from publish.transforms import Options, make_book

ANNOUNCED = {
    "en": ("The plate is dark. Together with the carters we demand:", "Together with the carters we demand:"),
    "es": ("La plancha está a oscuras. Por eso exigimos:", "Por eso exigimos:"),
    "fr": ("La bascule est dans le noir. Nous exigeons donc :", "Nous exigeons donc :"),
    "de": ("Die Waage ist dunkel. Deshalb fordern wir:", "Deshalb fordern wir:"),
    "pt": ("A báscula está às escuras. Por isso exigimos:", "Por isso exigimos:"),
    "it": ("La pesa è al buio. Perciò rivendichiamo:", "Perciò rivendichiamo:"),
    "tr": ("Kantar karanlıkta. Taleplerimiz:", "Taleplerimiz:"),
    "ar": ("الميزان في الظلام. لذلك نطالب بما يلي:", "لذلك نطالب بما يلي:"),
    "zh": ("磅秤没有灯。我们的要求如下：", "我们的要求如下："),
    "ja": ("はかりには灯りがない。私たちは次のことを要求する：", "私たちは次のことを要求する："),
}
HEADED = {
    "en": "Our demands", "es": "Reivindicaciones", "fr": "Nos revendications", "de": "Unsere Forderungen",
    "pt": "Nossas reivindicações", "it": "Le nostre rivendicazioni", "tr": "Taleplerimiz", "ar": "مطالبنا",
    "zh": "我们的要求", "ja": "私たちの要求",
}  # fmt: skip
CONTACT = {
    "en": "To contact the weighers, visit:", "es": "Para contactar con nosotras:", "fr": "Pour nous contacter :",
    "de": "Kontakt:", "pt": "Entre em contato:", "it": "Per contattarci:", "tr": "Bize ulaşın:", "ar": "للتواصل معنا:",
    "zh": "联系我们：", "ja": "お問い合わせ：",
}  # fmt: skip


def make(text: str, lang: str = "en", infer: bool = True, suffix: str = ".md") -> Book:
    manuscript = read(Source("in", suffix, text, front=(FrontMatter(""),)), Report())
    return make_book(manuscript, Metadata(title="T", lang=lang), Path(), Options(infer=infer, typography=False), Report())


def roles(book: Book) -> list[Role]:
    return [section.role for section in book.sections]


@pytest.mark.parametrize("lang", ANNOUNCED)
def test_demands_are_found_after_the_sentence_that_announces_them(lang: str) -> None:
    text, lead = ANNOUNCED[lang]
    chapter, demands, after = make(f"{text}\n\n- 1930\n- 1931\n\n1932\n\n> 1933", lang).sections
    assert [section.role for section in (chapter, demands, after)] == [Role.CHAPTER, Role.DEMANDS, Role.CHAPTER]
    assert plain_text(*demands.lead) == lead
    assert plain_text(*chapter.blocks) + plain_text(*demands.lead) == text.replace(" " + lead, lead)
    (found,) = demands.blocks
    assert isinstance(found, List) and found.ordered and plain_text(found) == "1930\n1931"


@pytest.mark.parametrize("lang", HEADED)
def test_demands_are_found_by_their_heading(lang: str) -> None:
    book = make(f"1930\n\n## {HEADED[lang]}\n\n- 1931\n", lang)
    assert roles(book) == [Role.CHAPTER, Role.DEMANDS]
    assert plain_text(*book.sections[1].title) == HEADED[lang]


@pytest.mark.parametrize("lang", CONTACT)
def test_a_closing_line_with_an_address_is_the_contact_section(lang: str) -> None:
    text = f"1930\n\n{CONTACT[lang]}\n\n<https://example.org/plate>\n"
    assert roles(make(text, lang)) == [Role.CHAPTER, Role.CONTACT]
    assert roles(make(f"{text}\n- And a list.\n", lang)) == [Role.CHAPTER]


@pytest.mark.parametrize("lang", ANNOUNCED)
def test_where_nothing_may_be_inferred_all_is_one_chapter(lang: str) -> None:
    text = f"{ANNOUNCED[lang][0]}\n\n- 1930\n\n## {HEADED[lang]}\n\n- 1931\n\n{CONTACT[lang]}\n\n<https://example.org/plate>\n"
    book = make(text, lang, infer=False)
    assert roles(book) == [Role.CHAPTER]
    assert [block.ordered for block in book.sections[0].blocks if isinstance(block, List)] == [False, False]


part = st.sampled_from([
    "# The plate", "## The book", "### Notes", "#### The iron", "## Our demands", "## Contact", "# Imprint", "The women begin at five.",
    "The plate is dark. We demand:", "- light\n- water", "1. hay", "***", "> ## Quoted", "::: demands\n- a road\n:::", "::: appendix\n# Loads\n\n4,000.\n:::",
    "::: epigraph\n> The plate is open.\n:::", "Dora Kemp said:", "“It is cold.”", "Get in touch: plate@example.org", "See [the plate](#the-plate).",
    "::: {lang=fr}\n### Le livre\n:::",
])  # fmt: skip
document = st.lists(part, min_size=1, max_size=14).map("\n\n".join)


@settings(max_examples=150, deadline=None)
@given(document, st.booleans())
def test_every_id_is_unique_and_the_same_each_time(text: str, infer: bool) -> None:
    book = make(text, infer=infer)
    nodes = walk(*(block for section in book.sections for block in section.blocks))
    ids = [section.id for section in book.sections] + [node.id for node in nodes if getattr(node, "id", "")]
    assert all(ids) and max(Counter(ids).values()) == 1
    assert make(text, infer=infer) == book


@settings(max_examples=150, deadline=None)
@given(document, st.booleans())
def test_ranks_of_headings_leave_no_gap(text: str, infer: bool) -> None:
    for section in make(text, infer=infer).sections:
        ranks = [1, *_ranks(section.blocks)]
        assert all(2 <= rank <= before + 1 for before, rank in itertools.pairwise(ranks))


def _ranks(blocks: Blocks) -> list[int]:
    inside = ([b.level] if isinstance(b, Heading) else _ranks(b.blocks) for b in blocks if isinstance(b, (Heading, Division)))
    return [rank for ranks in inside for rank in ranks]


@settings(max_examples=150, deadline=None)
@given(document, st.booleans())
def test_demands_are_numbered_through_and_sections_are_never_empty(text: str, infer: bool) -> None:
    for section in make(text, infer=infer).sections:
        assert section.blocks or section.title or section.lead
        lists = [block for block in section.blocks if isinstance(block, List)]
        if section.role is Role.DEMANDS and lists:
            assert all(one.ordered for one in lists)
            assert all(one.start + len(one.items) == other.start for one, other in itertools.pairwise(lists))


@settings(max_examples=150, deadline=None)
@given(document)
def test_links_inside_lead_to_something_or_are_reported(text: str) -> None:
    report = Report()
    manuscript = read(Source("in", ".md", text, front=(FrontMatter(""),)), Report())
    book = make_book(manuscript, Metadata(title="T"), Path(), Options(), report)
    nodes = list(walk(*(block for section in book.sections for block in section.blocks)))
    ids = {section.id for section in book.sections} | {node.id for node in nodes if getattr(node, "id", "")}
    lost = sum(isinstance(node, Link) and node.target.startswith("#") and node.target[1:] not in ids for node in nodes)
    assert lost == sum(found.code == "M501" for found in report.diagnostics)


@settings(max_examples=200, deadline=None)
@given(st.lists(part | st.text(max_size=40), max_size=14).map("\n\n".join), st.sampled_from([".md", ".txt"]), st.sampled_from(sorted(ANNOUNCED)))
def test_any_text_that_can_be_read_becomes_a_book(text: str, suffix: str, lang: str) -> None:
    try:
        manuscript = read(Source("in", suffix, text), Report())
    except PublishError:
        return
    report = Report()
    book = make_book(manuscript, Metadata(lang=lang), Path("nowhere"), Options(), report)
    assert book.sections or book.metadata.title
    assert dump(book) and all(str(found) for found in report.diagnostics)

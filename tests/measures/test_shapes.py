import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.measures.shapes import SHAPES, Length, shape


@pytest.mark.parametrize(
    ("text", "points"),
    [("72pt", 72), ("1in", 72), ("2.54cm", 72), ("25.4 mm", 72), ("6pc", 72), ("1,27CM", 36), (" 12pt ", 12)],
)
def test_a_length_is_points_inside_whatever_its_unit(text, points):
    assert Length(text) == pytest.approx(points)


@pytest.mark.parametrize("text", ["", "12", "mm", "-3mm", "1e9mm", "12 furlongs", "nanmm", "1" * 500 + "mm", "١٢mm"])
def test_what_is_no_length_is_refused_in_plain_words(text):
    with pytest.raises(ValueError, match="is not a length: write a number and mm, cm, in, pt or pc"):
        Length(text)


@given(st.integers(0, 999_999))
@settings(max_examples=50, deadline=None)
def test_a_length_keeps_its_millimetres(millimetres):
    assert Length(f"{millimetres}mm").mm == pytest.approx(millimetres)


def test_css_gets_a_length_it_can_read():
    assert Length("148mm").css == "419.5276pt"
    assert Length("1in").css == "72pt"


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [
        ("a3", 297, 420), ("a4", 210, 297), ("a5", 148, 210), ("a6", 105, 148), ("dl", 99, 210), ("b5", 176, 250),
        ("letter", 215.9, 279.4), ("legal", 215.9, 355.6), ("tabloid", 279.4, 431.8), ("half-letter", 139.7, 215.9),
        ("trade", 152.4, 228.6), ("digest", 128.5, 198.4), ("b-format", 129, 198),
    ],
)  # fmt: skip
def test_papers_have_the_sizes_of_the_trade(name, width, height):
    found = shape(name)
    assert (found.width.mm, found.height.mm) == pytest.approx((width, height), abs=0.05)


def test_every_shape_is_called_what_the_table_calls_it():
    assert all(shape(name).name == name for name in SHAPES)


@pytest.mark.parametrize("text", ["A5", " a5 ", "Half Letter", "half_letter", "B-Format"])
def test_names_may_be_written_as_people_write_them(text):
    assert shape(text) in SHAPES.values()


@pytest.mark.parametrize(
    ("text", "name", "width"), [("a2", "a2", 420), ("A7", "a7", 74), ("us letter landscape", "letter-landscape", 279.4), ("B 6", "b6", 125)]
)
def test_papers_that_pages_are_seldom_made_in_are_known_too(text, name, width):
    assert (shape(text).name, shape(text).width.mm) == (name, pytest.approx(width, abs=0.01))


@pytest.mark.parametrize("text", ["a9", "b0"])
def test_a_paper_that_is_no_page_is_refused_as_other_sizes_are(text):
    with pytest.raises(ValueError, match=f"a page of {text} cannot be made: each side must have 50 to 1200 mm"):
        shape(text)


@pytest.mark.parametrize("text", ["120mm x 190mm", "120x190mm", "120 × 190 mm", "12cm X 19cm", "12cm x 190mm"])
def test_two_lengths_make_a_shape(text):
    found = shape(text)
    assert (found.width.mm, found.height.mm) == pytest.approx((120, 190))


def test_a_shape_of_two_lengths_is_named_by_them():
    assert shape("120 x 190 mm").name == "120mmx190mm"
    assert shape(shape("120 x 190 mm").name) == shape("120mm x 190mm")


def test_a_misspelt_shape_names_the_nearest():
    with pytest.raises(ValueError, match="unknown shape `a55`: the nearest is a5"):
        shape("a55")
    with pytest.raises(ValueError, match="unknown shape `half-leter`: the nearest is half-letter"):
        shape("half-leter")


def test_a_shape_unlike_all_others_gets_the_list():
    with pytest.raises(ValueError, match="known are a3, a4, a5"):
        shape("octavo")


@pytest.mark.parametrize("text", ["49mm x 100mm", "100mm x 1201mm", "1in x 9in", "0mm x 0mm", "999999cm x 100mm"])
def test_pages_that_cannot_be_made_are_refused(text):
    with pytest.raises(ValueError, match="each side must have 50 to 1200 mm"):
        shape(text)


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_text_is_a_shape_or_is_refused_in_words(text):
    try:
        assert shape(text).width > 0
    except ValueError as problem:
        assert str(problem)


def test_a_named_page_can_lie_on_its_side():
    wide = shape("A5 landscape")
    assert (round(wide.width.mm), round(wide.height.mm)) == (210, 148)
    with pytest.raises(ValueError, match="unknown shape"):
        shape("landscape")

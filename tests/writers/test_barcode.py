"""Bar codes as a scanner reads them: from the widths of bars and spaces back to the digits."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.model.isbn import check_digit
from publish.writers.markup.barcode import HEIGHT, WIDTH, ean13_svg, modules

SVG = "{http://www.w3.org/2000/svg}"
# The widths of space, bar, space and bar that make each digit, as the standard prints them.
WIDTHS = ("3211", "2221", "2122", "1411", "1132", "1231", "1114", "1312", "1213", "3112")
# Odd and even digits in the left half, by the first digit.
PARITY = ("OOOOOO", "OOEOEE", "OOEEOE", "OOEEEO", "OEOOEE", "OEEOOE", "OEEEOO", "OEOEOE", "OEOEEO", "OEEOEO")
NUMBERS = st.integers(0, 10**12 - 1).map("{:012}".format).map(lambda twelve: twelve + check_digit(twelve))


def runs(code: str) -> list[int]:
    """How wide each bar and space is."""
    return [len(run[0]) for run in re.finditer("0+|1+", code)]


def scanned(code: str) -> str:
    """The digits of 95 modules."""
    assert len(code) == 95 and code[:3] == code[-3:] == "101" and code[45:50] == "01010"
    left = ["".join(map(str, runs(code[start : start + 7]))) for start in range(3, 45, 7)]
    right = ["".join(map(str, runs(code[start : start + 7]))) for start in range(50, 92, 7)]
    parity = "".join("O" if digit in WIDTHS else "E" for digit in left)
    digits = [WIDTHS.index(digit if digit in WIDTHS else digit[::-1]) for digit in (*left, *right)]
    return "".join(map(str, (PARITY.index(parity), *digits)))


@settings(max_examples=100, deadline=None)
@given(NUMBERS)
def test_a_scanner_reads_the_number_back(number):
    assert scanned(modules(number)) == number


def test_a_known_code_has_its_known_bars():
    assert modules("5901234123457") == (
        "101" "0001011" "0100111" "0110011" "0010011" "0111101" "0011101" "01010"
        "1100110" "1101100" "1000010" "1011100" "1001110" "1000100" "101"
    )  # fmt: skip


def bars(svg: str) -> str:
    """The modules that are black in a drawing."""
    path = [one.get("d") for one in ElementTree.fromstring(svg).iter(f"{SVG}path") if one.get("fill") == "#000"]
    black = [(int(start), int(width)) for start, width in re.findall(r"M(\d+) \d+h(\d+)", path[0])]
    return "".join("1" if any(start <= at < start + width for start, width in black) else "0" for at in range(WIDTH))


@pytest.mark.parametrize("number", ["9780306406157", "9791090636071", "4006381333931"])
def test_the_drawing_has_the_bars_with_white_on_both_sides(number):
    code = bars(ean13_svg(number, "Sans"))
    assert code == "0" * 11 + modules(number) + "0" * 7


def test_the_digits_stand_below_their_bars_in_order():
    drawn = ElementTree.fromstring(ean13_svg("9780306406157", "Source Sans 3", "ISBN 978-0-306-40615-7"))
    *digits, above = [(float(text.get("x")), text.text) for text in drawn.iter(f"{SVG}text")]
    assert above[1] == "ISBN 978-0-306-40615-7"
    assert "".join(digit for _, digit in sorted(digits)) == "9780306406157"
    assert all(0 < x < WIDTH for x, _ in digits)
    assert drawn.get("viewBox") == f"0 0 {WIDTH} {HEIGHT:g}"

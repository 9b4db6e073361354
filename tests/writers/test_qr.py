"""The code beside the contact: what a telephone reads in it, and what a person reads below it."""

from __future__ import annotations

import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from publish.model.book import Section
from publish.model.nodes import Link, Paragraph, Role, Text
from publish.writers.markup.addresses import readable
from publish.writers.markup.qr import QrCode, _encoded, qr_code

WEB, MAIL, DIAL = "https://example.org/log", "mailto:yard@example.org", "tel:+49301234567"


def contact(*targets: str, words: str = "here") -> Section:
    links = tuple(Link((Text(words),), target) for target in targets)
    return Section(Role.CONTACT, (Paragraph(links),), id="contact")


def code(*targets: str, words: str = "here") -> QrCode:
    return qr_code(contact(*targets, words=words), "en")


@pytest.mark.parametrize(("targets", "chosen"), [
    ((WEB, MAIL), "example.org/log"),
    ((MAIL, WEB), "example.org/log"),
    ((DIAL, MAIL), "yard@example.org"),
    (("#demands", WEB), "example.org/log"),
])  # fmt: skip
def test_the_web_address_comes_first_then_mail(targets, chosen):
    assert code(*targets).said == f"QR code for {chosen}"


@pytest.mark.parametrize("targets", [(), (DIAL,), ("#demands",), (DIAL, "sms:+49301234567")])
def test_a_telephone_number_is_no_reason_for_a_code(targets):
    assert qr_code(contact(*targets), "en") is None


@pytest.mark.parametrize(("target", "words"), [
    ("https://example.org/stra%C3%9Fe/", "example.org/straße"),
    ("https://xn--bcher-kva.example/", "bücher.example"),
    ("HTTPS://example.org/log?day=1&night=2#end", "example.org/log?day=1&night=2#end"),
    ("https://example.org/a%20b%2Fc%25", "example.org/a%20b%2Fc%25"),
    ("https://example.org/%FF%C3", "example.org/%FF%C3"),
    ("https://xn--\u00e4/", "xn--\u00e4"),
    ("mailto:yard@example.org?subject=Gate", "yard@example.org"),
])  # fmt: skip
def test_addresses_are_shown_as_people_write_them(target, words):
    assert readable(target) == words


def test_an_address_that_the_text_says_is_not_said_again():
    assert code("https://example.org/straße", words="Example.org/Straße").shown == ""
    assert code("https://example.org/stra%C3%9Fe", words="our log").shown.replace("<wbr/>", "") == "example.org/straße"


def test_a_code_holds_letters_that_every_telephone_reads():
    assert _encoded("https://bücher.example/straße?q=a&b=%C3%9F") == "https://xn--bcher-kva.example/stra%C3%9Fe?q=a&b=%C3%9F"
    assert _encoded("mailto:yard@bücher.example") == "mailto:yard@xn--bcher-kva.example"


@pytest.mark.parametrize("target", ["https://a.org", WEB, f"https://example.org/{'minutes/' * 20}"])
def test_the_quiet_zone_is_four_modules_however_long_the_address(target):
    made = code(target)
    drawn = ElementTree.fromstring(unquote(made.picture.partition(",")[2]))
    across = int(drawn.get("viewBox", f"0 0 {drawn.get('width')}").split()[2])
    assert made.whole == across / (across - 8)
    path = drawn.findall("{http://www.w3.org/2000/svg}path")[-1].get("d")
    assert re.match(r"M4[ ,]?4\.5h7", path)  # the corner of the upper left eye

"""Words are compared by their letters, however they were set."""

from publish.model.letters import letters


def test_marks_of_typography_are_no_letters_and_accents_and_case_make_no_difference() -> None:
    assert letters("“No—it’s the 5\u00a0o’clock…” said Ann\u2011Marie.") == letters("No it s the 5 oclock said ann-marie") == "noitsthe5oclocksaidannmarie"
    assert letters("«Où est l’été\u202f?»") == letters("OU EST L'E\u0301TE\u0301") == "ouestlete"


def test_no_mark_of_typography_hides_a_letter() -> None:
    """The quick way, for texts with such marks alone, says what the other does for texts that hold a letter besides."""
    for number in (*range(0x20, 0x100), *range(0x2000, 0x2070)):
        around = f"a{chr(number)}b1"
        assert letters(around) == letters(f"{around}é")[:-1], hex(number)

"""The words in which accessibility is stated, of the Schema.org Accessibility Properties for Discoverability Vocabulary.

Source: https://www.w3.org/community/reports/a11y-discov-vocab/CG-FINAL-vocabulary-20260326/
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

# What must be stated, what should be, and what each statement is about (EPUB Accessibility 1.1, 2.2 and 2.3).
MUST: Mapping[str, str] = {
    "accessMode": "by which senses its content comes",
    "accessibilityFeature": "what it offers to those who need it",
    "accessibilityHazard": "whether anything in it may harm",
}
SHOULD: Mapping[str, str] = {
    "accessModeSufficient": "which of the senses are enough to read it",
    "accessibilitySummary": "in a sentence how accessible it is",
}

_MODES = frozenset("auditory chartOnVisual chemOnVisual colorDependent diagramOnVisual mathOnVisual musicOnVisual tactile textOnVisual textual visual".split())
_FEATURES = frozenset(
    "alternativeText annotations ARIA audioDescription bookmarks braille captions ChemML closedCaptions describedMath displayTransformability "
    "displayTransformability/background-color displayTransformability/color displayTransformability/font-family "
    "displayTransformability/font-size displayTransformability/letter-spacing displayTransformability/line-height "
    "displayTransformability/word-spacing fullRubyAnnotations highContrastAudio highContrastAudio/noBackground "
    "highContrastAudio/reducedBackground highContrastAudio/switchableBackground highContrastDisplay horizontalWriting index largePrint "
    "latex latex-chemistry longDescription MathML MathML-chemistry none openCaptions pageBreakMarkers pageNavigation printPageNumbers "
    "readingOrder rubyAnnotations signLanguage structuralNavigation synchronizedAudioText tableOfContents tactileGraphic tactileObject "
    "taggedPDF timingControl transcript ttsMarkup unknown unlocked verticalWriting withAdditionalWordSegmentation "
    "withoutAdditionalWordSegmentation".split()
)
_HAZARDS = frozenset(
    "none unknown flashing noFlashingHazard unknownFlashingHazard motionSimulation noMotionSimulationHazard unknownMotionSimulationHazard "
    "sound noSoundHazard unknownSoundHazard".split()
)

# The words that each statement may use.
WORDS: Mapping[str, frozenset[str]] = {
    "accessMode": _MODES,
    "accessModeSufficient": frozenset(("auditory", "tactile", "textual", "visual")),
    "accessibilityFeature": _FEATURES,
    "accessibilityHazard": _HAZARDS,
}
_ALONE = ("none", "unknown")
_KINDS = ("Flashing", "MotionSimulation", "Sound")


def contradiction(words: Collection[str]) -> tuple[str, str] | None:
    """Two words of one statement of which one at most can be true, the first such pair; None where there is none."""
    for alone in _ALONE:
        if alone in words and (others := [word for word in words if word != alone]):
            return alone, others[0]
    for kind in _KINDS:
        said = [word for word in (kind[0].lower() + kind[1:], f"no{kind}Hazard", f"unknown{kind}Hazard") if word in words]
        if len(said) > 1:
            return said[0], said[1]
    return None

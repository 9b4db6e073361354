"""The words in which accessibility is stated, of the Schema.org Accessibility Properties for Discoverability Vocabulary.

Source: https://www.w3.org/community/reports/a11y-discov-vocab/CG-FINAL-vocabulary-20240422/
"""

from __future__ import annotations

from collections.abc import Mapping

# What must be stated, and what each statement is about.
STATEMENTS: Mapping[str, str] = {
    "accessMode": "by which senses its content comes",
    "accessModeSufficient": "which of the senses are enough to read it",
    "accessibilityFeature": "what it offers to those who need it",
    "accessibilityHazard": "whether anything in it may harm",
    "accessibilitySummary": "in a sentence how accessible it is",
}

_MODES = frozenset(
    "auditory chartOnVisual chemOnVisual colorDependent diagramOnVisual mathOnVisual musicOnVisual tactile textOnVisual textual visual".split()
)
_FEATURES = frozenset(
    "alternativeText annotations ARIA audioDescription bookmarks braille captions ChemML closedCaptions describedMath displayTransformability "
    "fullRubyAnnotations highContrastAudio highContrastDisplay horizontalWriting index largePrint latex latex-chemistry longDescription MathML "
    "MathML-chemistry none openCaptions pageBreakMarkers pageNavigation printPageNumbers readingOrder rubyAnnotations signLanguage "
    "structuralNavigation synchronizedAudioText tableOfContents tactileGraphic tactileObject taggedPDF timingControl transcript "
    "ttsMarkup unknown unlocked verticalWriting withAdditionalWordSegmentation withoutAdditionalWordSegmentation".split()
)
_HAZARDS = frozenset(
    "none unknown flashing flashingHazard noFlashingHazard unknownFlashingHazard motionSimulation motionSimulationHazard "
    "noMotionSimulationHazard unknownMotionSimulationHazard sound soundHazard noSoundHazard unknownSoundHazard".split()
)

# The words that each statement may use; what stands behind a slash, as in highContrastAudio/noBackground, is free.
WORDS: Mapping[str, frozenset[str]] = {
    "accessMode": _MODES,
    "accessModeSufficient": frozenset(("auditory", "tactile", "textual", "visual")),
    "accessibilityFeature": _FEATURES,
    "accessibilityHazard": _HAZARDS,
}

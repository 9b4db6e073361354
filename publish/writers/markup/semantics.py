"""What parts of a book are, in the vocabularies that reading systems and screen readers know."""

from __future__ import annotations

from ...model.kinds import BoxKind, Role

# The EPUB structural semantics and the DPUB-ARIA role that say the same, for each of our roles.
# Neither vocabulary knows demands, contact or about pages; these take the nearest true pair.
SEMANTICS: dict[Role, tuple[str, str]] = {
    Role.CHAPTER: ("chapter", "doc-chapter"),
    Role.DEDICATION: ("dedication", "doc-dedication"),
    Role.EPIGRAPH: ("epigraph", "doc-epigraph"),
    Role.FOREWORD: ("foreword", "doc-foreword"),
    Role.INTRODUCTION: ("introduction", "doc-introduction"),
    Role.DEMANDS: ("chapter", "doc-chapter"),
    Role.AFTERWORD: ("afterword", "doc-afterword"),
    Role.APPENDIX: ("appendix", "doc-appendix"),
    Role.NOTES: ("endnotes", "doc-endnotes"),
    Role.ABOUT: ("appendix", "doc-appendix"),
    Role.CONTACT: ("appendix", "doc-appendix"),
    Role.IMPRINT: ("colophon", "doc-colophon"),
}

# The same pairs for boxes; an ``aside`` that is neither a tip nor of consequence is a note.
BOX_SEMANTICS: dict[BoxKind, tuple[str, str]] = {
    BoxKind.NOTE: ("", "note"),
    BoxKind.TIP: ("tip", "doc-tip"),
    BoxKind.IMPORTANT: ("", "note"),
    BoxKind.WARNING: ("", "note"),
    BoxKind.CAUTION: ("", "note"),
}

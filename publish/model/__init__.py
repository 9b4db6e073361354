"""The document model: what a manuscript says, apart from any file format.

This package imports nothing else of ours; everything else is a function to or from it.
"""

"""The faces that pages are set in, and which of them an engine sees."""

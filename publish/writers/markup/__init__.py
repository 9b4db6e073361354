"""The book in XHTML: one way to say a node."""

"""Finished PDFs, looked into: what is painted, what is said, and where it leads."""

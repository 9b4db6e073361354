"""Finished PDFs, looked into: what is painted, what is said, and what a print shop would send back."""

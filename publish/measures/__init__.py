"""Lengths, shapes of pages, papers, and places in the plane."""

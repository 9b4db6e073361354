"""Whether all words of a manuscript are in what was made of it."""

"""Pages put on sheets of paper, so that folding puts them in order."""

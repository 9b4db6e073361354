"""What an EPUB is made of, looked at from outside and within bounds, for the rules about it."""

"""What a rule is, what it looks at, and what may be let pass."""

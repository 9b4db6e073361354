"""The book as pages on paper."""

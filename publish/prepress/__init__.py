"""What a print shop asks of a file, and what it would send back."""

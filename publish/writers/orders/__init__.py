"""What a writer is asked for, and what it gives."""

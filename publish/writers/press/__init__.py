"""Files for a print shop."""

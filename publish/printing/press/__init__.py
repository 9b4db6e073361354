"""Single pages as a print shop takes them."""

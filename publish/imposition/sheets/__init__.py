"""Imposed sheets: from any PDF to what is printed, folded and cut."""

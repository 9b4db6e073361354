"""Sheets that are folded at home, and what tells how."""

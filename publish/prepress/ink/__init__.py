"""Colours become inks: every colour of a finished PDF is rewritten for one ink, for the usual four, or for a plate."""

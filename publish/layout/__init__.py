"""Words to lines, lines to pages."""

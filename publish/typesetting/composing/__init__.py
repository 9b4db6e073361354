"""What is done better than WeasyPrint does it, within its layout: lines, columns, the grid of lines."""

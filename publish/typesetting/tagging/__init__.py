"""What a PDF says to those who listen, search and copy, on the objects it is made of before it is written."""

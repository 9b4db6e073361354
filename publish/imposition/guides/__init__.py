"""How to print, fold, staple and cut, in words and drawings."""

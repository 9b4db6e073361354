"""WeasyPrint itself: how it is started, in whose hands it is, and what we ask of the things that it makes."""

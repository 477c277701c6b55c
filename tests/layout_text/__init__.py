"""Profiles as the text that tools make of PDF files, with the layout kept by blanks."""

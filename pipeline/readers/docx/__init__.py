"""DOCX to a Document: the package by python-docx, its XML by an element table of our own."""

"""DOCX to a Document: the package by its relations, its XML by an element table of our own."""

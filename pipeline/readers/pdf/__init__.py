"""PDF to a Document: glyphs and drawn paths to tables, paragraphs and page furniture.

`engine` is the one module that knows a PDF library; what it hands on (`marks`) is
free of any, so that an engine can be swapped and two can be compared.
"""

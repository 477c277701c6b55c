"""One module per kind of value: passages in, nodes of the tree out."""

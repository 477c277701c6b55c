"""The public contract, derived from the model: JSON Schema, XSD, table descriptions, dictionary."""

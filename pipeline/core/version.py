"""The name of the program, as its results tell it, and its version."""

PROGRAM = "bcp-pipeline"
VERSION = "0.1.0"

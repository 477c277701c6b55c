"""The command `bcp`: one module a command, and what they share."""

from pipeline.cli.main import main

__all__ = ["main"]

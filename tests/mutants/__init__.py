"""Whether a module's unit tests notice that the module is another one (README.md)."""

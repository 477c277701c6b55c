"""The schemas of the results; in an installed program they are the package `pipeline.schemas`."""

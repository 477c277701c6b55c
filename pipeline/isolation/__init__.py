"""Each document in a process of its own: whatever a file does, it does to that process alone.

A child gets a path and hands back bytes (`parcels`), never pickles. `Processes` starts, watches
and kills; `child` is what runs in there; `limits` says how much one document may take.
"""

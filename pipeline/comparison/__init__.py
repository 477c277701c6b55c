"""Two versions of a profile: what was added, removed, reworded and moved, and a patch that does it.

`elements` makes a tree of what a profile says, `matching` finds which element became which, and
`changes` says what is different; `apply` turns the old tree into the new one by the changes alone.
"""

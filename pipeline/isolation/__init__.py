"""Each document in a process of its own: whatever a file does, it does to that process alone.

`in_processes` does any work on any tasks: a child gets a task and hands back bytes (`messages`),
never pickles, or the finding why there are none (`faults`). `Processes` starts, watches and kills;
`child` is what runs in there; `limits` says how much one document may take, `clock` how much
time it has taken.

Of these, conversions make `work`, whose bytes are `parcels`; `alone` does it for a cluster.
"""

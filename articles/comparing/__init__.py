"""Two snapshots of a story, compared so that an editor can read what changed.

Pure functions: `sequences` finds what differs between two lists, `words` between two texts, `bodies`
between two bodies, `snapshots` between two snapshots. `versions` and `markup` know Django.
"""

"""Two units, or two people, that are one: what the one held moves to the other, and can be taken back.

`preview.plan` says beforehand what moves, `merge.merge` does it in one transaction and writes it down
(`awards.models.Merge`), `undo.undo` takes it back, also later, or says why that cannot be done.
"""

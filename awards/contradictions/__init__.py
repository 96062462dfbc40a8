"""Contradictions: where stories, or the records that they prove, cannot all be right.

Found by rules when a record is written (`review`), each rule in a file of its own: `dates`, `awards`,
`periods`, `names`. Readers are told by `told`; registry editors decide on the desk (`desk`, `resolving`).
A decision stands until what the stories say changes.
"""

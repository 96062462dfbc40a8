"""What colleagues say to each other about a story: threads of notes, mentions, the inbox, mail.

Whoever may open a story may note on it; readers never see a word. `threads` holds the verbs,
`standing` tells where a thread stands in the working copy, `mentions` reads names out of a text,
`people` knows who may be named, `inbox` tells people and `mail` writes to them.
"""

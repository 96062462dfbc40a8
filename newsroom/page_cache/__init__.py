"""Readers' pages kept in each process's memory, and never shown once anything in them may have changed.

The database has one number, the *edition*. Triggers on every table that readers' pages are made of move
it in the transaction of the change itself, so that no bulk write and no raw SQL can forget it. Each request
reads it first, on a connection of its own, and a page is served only if it was asked for under this very
edition: whoever asks after a commit sees the new number, so the old page is out of reach, in every process
on every host, at the same moment as the rows themselves. What changes without a write, because its moment
comes, ends the pages at that moment (`Generation.until`).

`tables` says what readers see, `triggers` watches it, `edition` reads the number, `generation` holds the
pages of one edition, `doors` says which requests and answers may meet a page, `page` is one kept answer,
`layer` stands in front of Django, and `purging` tells caches in front of us.
"""

"""Search over what readers may see: one `search()`, whichever database stands behind it.

An entry of the index is written in the transaction that publishes a story (`index.py`). A question is
read into words and phrases (`query.py`), which becomes a ladder of expressions from exact phrase to
any word (`ladder.py`); an engine (`engines/`) answers all its rungs in one query. Who may see a story
is asked of `Article.objects.published()` when the question is answered.
"""

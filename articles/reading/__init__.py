"""What a story's page offers its reader beyond the words: made when the story is rendered, stored with it.

Everything here works on the tree of a body, never on the stored body: evidence, search, feeds and the API
keep the words as they were written.
"""

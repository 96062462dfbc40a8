"""What the database itself keeps true: which honours and totals readers see, and how many of each there are.

`shown` of an honour or announced total follows its evidence and the state and window of the stories that
hold it; `awards_tally` follows the honours. Triggers do it in the transaction that writes, so an import, a
raw load or a statement typed by hand cannot leave them behind.

A story that comes out later, or goes off, makes its records `BY_TIME`: they are in no tally and their
stories are asked each time they are read, so nothing shows early and nothing lingers. `settle` moves those
whose story has come out for good to where reading is quick: at each start, and when a story is published.
"""

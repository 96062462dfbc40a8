"""The front page: what an editor has arranged, and where nobody has, what is new.

`arrangement` puts stories into their places, `strips` knows what a strip can be made of.
"""

"""When a story goes out, is updated and goes off, and what may not leave before its embargo.

Going out and off are windows on the row, judged when read. A scheduled update is a Revision with
`due_at`; the first request after that moment brings it to readers before it is answered.
"""

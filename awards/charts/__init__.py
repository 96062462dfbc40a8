"""Charts drawn on the server: geometry in numbers, drawn by a template as SVG with its table beside it."""

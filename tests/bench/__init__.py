"""`make bench`: speed and scale, told as ratios and seconds from one run on one machine.

A new measure is a new file in `bench/measures/`: its docstring says what is measured, `SIZES` for which
sites (how many synthetic stories each holds), `BESIDE` which other sites it needs, and `measure()` yields Results.
"""

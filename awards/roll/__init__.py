"""The roll of honour: which honours are asked for, how many there are of each, and in what groups they stand."""

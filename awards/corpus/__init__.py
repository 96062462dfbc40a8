"""A synthetic registry for measuring: any number of honours, the same for the same seed, plainly made up."""

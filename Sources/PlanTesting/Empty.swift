// Taken away with the first type of this module.

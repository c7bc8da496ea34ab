"""A model for each target that many passages speak of, and one for all others."""

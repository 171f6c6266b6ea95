"""The small model that guesses ahead of base: same tokenizer, same tokens, less than a sixth of the work."""

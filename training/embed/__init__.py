"""A sentence embedder of one table: what a sentence-BERT says of each word alone, in 64 numbers."""

"""What base and its relatives share: one description of a model, one run, one set of measures, one card."""

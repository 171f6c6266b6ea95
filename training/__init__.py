"""How the course's models came to be: reproducible from a seed, one folder a model."""

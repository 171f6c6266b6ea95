"""A row of dense models on the same tokens, from thirty thousand parameters to base's size, and how their loss fell."""

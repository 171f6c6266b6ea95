"""A mixture of eight experts, two a token, beside a dense model that does the same work per token."""

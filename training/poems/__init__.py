"""Regulated verse: a small model of Tang and Song poems in five- and seven-character lines."""

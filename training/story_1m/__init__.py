"""The first model: about a million parameters that tell small stories."""

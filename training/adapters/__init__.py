"""Three LoRA adapters on base, as different as can be: a dialect, a style, a task."""

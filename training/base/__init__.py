"""The course's main model: stories, dialogues, facts, sums, recipes, code, letters and weather reports."""

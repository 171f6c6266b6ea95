"""Weather reports over a few days; every comparison in them is computed."""

from random import Random

from ..story_1m.corpus.engine import pick, tidy

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
PLACES = ["the coast", "the mountains", "Willow Bay", "the valley", "the city", "the islands", "the north", "the lake"]
SKIES = [("sunny", "Take a hat"), ("rainy", "Take an umbrella"), ("cloudy", "Take a coat"), ("windy", "Hold on to your hat"),
         ("foggy", "Drive slowly"), ("snowy", "Wear warm boots"), ("stormy", "Stay at home")]  # fmt: skip


def compared(now: int, before: int, day: str) -> str:
    if now == before:
        return f"as warm as {day}"
    apart, word = abs(now - before), "warmer" if now > before else "colder"
    return f"{apart} degree{'s' if apart > 1 else ''} {word} than {day}"


def weather_report(rng: Random) -> str:
    first, n = rng.randrange(7), rng.randint(2, 4)
    days = [DAYS[(first + k) % 7] for k in range(n)]
    degrees = [rng.randint(0, 28)]
    lines, advice = [], ""
    for k, day in enumerate(days):
        sky, advice = pick(rng, SKIES)
        if k == 0:
            lines.append(pick(rng, [f"{day} will be {sky}, with {degrees[0]} degrees.", f"On {day} it is {sky} and {degrees[0]} degrees."]))
            continue
        degrees.append(max(0, degrees[-1] + rng.randint(-6, 6)))
        lines.append(f"{day} will be {sky}, with {degrees[k]} degrees, {compared(degrees[k], degrees[k - 1], days[k - 1])}.")
    warmest = max(degrees)
    asks_warmest = degrees.count(warmest) == 1 and rng.random() < 0.4
    end = f"The warmest day is {days[degrees.index(warmest)]}." if asks_warmest else f"{advice} on {days[-1]}."
    return tidy(f"Weather for {pick(rng, PLACES)}: {' '.join(lines)} {end}")

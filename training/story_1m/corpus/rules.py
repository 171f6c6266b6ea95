"""Shared pieces of stories: openings, weather, feelings, speech, endings.

In every story `h` is the hero, `f` a friend, `m` a parent or grandparent, `g` a grown-up met on the way.
A person has the attributes he, him, his, himself, kind and a (how the story introduces them).
"""

RULES: dict[str, list[str]] = {
    # --- openings: they all introduce the hero ---
    "open": [
        "Once upon a time, there was a little {h.kind} named {h}. [{@likes}|{h.he} lived {homes}.]",
        "Once upon a time, there was a {@hero_adj} {h.kind} named {h}. {@likes}",
        "One {times}, {h} [went to {places}|was playing in the {outdoors}|woke up early|was walking to {places}|sat in the {rooms}].",
        "{h} was a {@hero_adj} {h.kind} who [loved to|liked to|wanted to] {activities}.",
        "Once upon a time, there was a little {h.kind} who lived {homes}. {h.his} name was {h}. {@likes}",
        "The sun was {sun_states}[, and|. It was a {weather} {times}, and| when| as] {h} [went to|ran to|was on the way to|walked to|came back from] {places}.",
        "There once was a {h.kind} [called|named] {h}. [{@likes}|{h.he} lived {homes}.]",
        "It was a {weather} {times}. {h} [was playing in the {outdoors}|wanted to go to {places}|had nothing to do|was at home with {m}|looked out of the window].",
        "Long ago, a {@hero_adj} {h.kind} named {h} lived {homes}. {@likes}",
        "{h} and {f} were [good|best|old|very good] friends. They [lived {homes}|liked to {activities} together|went to {places} every day].",
        "{h} lived {homes}[ with {m}|]. {@likes}",
        "Once there lived a {h.kind} who [could not {skills}|was always {characters}|had a very {sizes} {toys}|wanted to {activities} all day]. {h.his} name was {h}.",
        "When {h} was a little {h.kind}, {h.he} [loved to {activities}|lived {homes}|was afraid of {fears}].",
        "Have you ever met a {h.kind} who could {skills}? {h} was such a {h.kind}.",
        "Little {h} was [in a good mood|very {characters} that day|on the way to {places}|sitting in the {rooms}].",
        "Early one morning, before anyone was awake, {h} [went out|opened the door|looked out of the window|put on {h.his} {clothes}].",
    ],
    "hero_adj": ["little", "young", "small", "{characters}", "{characters}", "very {characters}", "{characters} little", "poor", "tiny"],
    "likes": [
        "{h} loved to {activities}.",
        "{h} liked to {activities} and {activities}.",
        "{h} had a {@pet_or_toy}.",
        "Every day, {h.he} [went to {places}|liked to {activities}|played in the {outdoors}].",
        "{h} was very {characters}[.|, but {h.he} was also {characters}.|, and everyone liked {h.him}.]",
        "{h.he} [did not have many friends|had never seen the sea|always wanted to learn how to {skills}|was afraid of {fears}].",
        "More than anything, {h.he} [wanted to {activities}|loved {foods_mass}|liked {colors} things].",
        "",
    ],
    "pet_or_toy": ["{pet:pets.full} named {animal_names}", "{toys.full} and a {toys.full}", "{pets.full} and a {pets.full}", "{clothes.full} that {h.he} wore every day"],
    "day": [
        "One day, {h} [went to {places}|was in the {outdoors}|went outside|took a walk in the {outdoors}|wanted to {activities}].",
        "One {times}, {h} [went to {places} with {m}|walked through the {outdoors}|went outside to {activities}|was alone in the {outdoors}].",
        "One day, {h} [and {f} went to {places}|met {f} near the {outdoors}|and {f} were in the {outdoors}].",
        "On a {weather} {times}, {h} went to {places}.",
        "That {times}, the sun was {sun_states} and {h} wanted to go [outside|out|to {places}].",
    ],
    "weather_now": [
        "It was a {weather} day.", "The sun was {sun_states}.", "The wind was {@wind} and the sky was {@sky}.", "It [began|started] to [rain|snow].",
        "The sky was {@sky}.", "Outside, it was {weather} and {weather}.", "There was not a cloud in the sky.", "",
    ],
    "wind": ["soft", "cold", "strong", "warm", "gentle", "fresh"],
    "sky": ["blue", "gray", "clear", "dark", "full of clouds", "full of stars", "pink and gold"],
    # --- inner life ---
    "felt_happy": [
        "{h} was very {happy}.", "{h} felt {happy} and {happy}.", "{h} smiled.", "This made {h} {happy}.", "{h} [laughed|clapped {h.his} hands|jumped up and down|smiled from ear to ear].",
        "{h} had never been so {happy}.", "{h} was so {happy} that {h.he} [began to sing|danced around the {rooms}|could not stop smiling|gave {f} a big hug].",
    ],
    "felt_sad": [
        "{h} was very {sad}.", "{h} felt {sad}.", "{h} [started|began] to cry.", "This made {h} {sad}.", "{h} did not know what to do.",
        "{h} sat down and [cried|sighed|thought for a long time|put {h.his} head in {h.his} hands].", "{h} was so {sad} that {h.he} [could not eat|could not sleep|did not want to {activities}|went home without a word].",
    ],
    "thinks": [
        "{h} thought for a [moment|while|long time].", "Then {h} had an idea.", "{h} had a good idea.", "{h} looked around.", "{h} did not give up.",
        "{h} wondered [what to do|why|if {f} could help|how it worked].", "",
    ],
    # --- talk between h and f ---
    "greet": [
        '"Hello, {h}," said {f}.', '"Hi, {h}! [What are you doing?|How are you?|Do you want to play?|Where are you going?]" asked {f}.', '"Good morning," said {f}.',
        '"Hello! My name is {h}. What is your name?" [asked|said] {h}. "I am {f.name}," said {f}.',
    ],
    "f_asks": [
        '"What is wrong, {h}?" asked {f}.', '"Why are you so sad?" asked {f}.', '"Are you all right?" {f} asked.', '"Can I help you?" asked {f}.', '"What happened?" {f} [asked|wanted to know].',
        'When {f} saw {h}, {f.he} asked, "Why are you crying?"',
    ],
    "f_helps": [
        '"Do not worry," said {f}. "I will help you."', '"I can help," said {f}.', '"Let us [try together|look together|do it together]," said {f}.', '{f} said, "Do not be sad. We can [fix it|find a way|do it together]."',
        '"I have an idea," said {f} with a smile.', '{f} thought about it and said, "I know what to do."',
    ],
    "thanks": [
        '"Thank you, {f.name}!" said {h}.', '"Thank you so much," said {h}. "You are a good friend."', '{h} thanked {f} and gave {f.him} a [big hug|{foods}|hug|{flowers}].', '"You are so kind," said {h}.',
        '{h} said thank you. "You are welcome," said {f}.', '"Thank you," {h} said [softly|happily|with a smile].', '{h} smiled at {f}. "I could not have done it without you," {h.he} said.',
    ],
    "asks_mom": ['"Mom, can I [go outside|have some {foods_mass}|play with {f}]?" asked {h}. "Yes, but be careful," said {h.his} mom.'],
    # --- endings ---
    "end": [
        "From that day on, {h} and {f} were best friends.", "{h} was very {happy}.", "They [played|laughed|danced|sang] together [all day|until the sun went down|until it was dark|the whole afternoon].",
        "And they lived happily ever after.", "{h} went home with a [big smile|happy heart|full heart|smile on {h.his} face].", "{h} [learned|{lesson_verbs}] that {morals}.",
        "That night, {h} [slept very well|dreamed of the {outdoors}|told {m} all about it|could not stop smiling].", "It was the best day ever.", "After that day, {h} was never [sad|lonely|afraid] again.",
        "{h} and {f} [shared a {foods}|ate some {foods_mass}|drank {drinks}] and [laughed|talked|told stories] until [evening|bedtime|the stars came out].",
        "And that is how {h} [found a good friend|learned to be [brave|patient|kind|honest|careful]|found out that {morals}].", '"{h}, you are very {characters}," said {m}. {h} smiled.', "The end.",
        "Since then, {h} has always {lesson_verbs} that {morals}.", "Everyone was {happy}.",
    ],
    "moral": ["{h} learned that {morals}.", "{m} said, \"Remember, {h}, {morals}.\"", "That day, {h} {lesson_verbs} that {morals}.", "So you see, {morals}.", "", ""],
}  # fmt: skip

# for stories in which the hero has yet to meet the friend
RULES["open_alone"] = [opening for opening in RULES["open"] if "{f}" not in opening]

"""The lexicon: lists of words, the most frequent first (draws follow a Zipf law over the order).

An entry may hold several words; `a` becomes `an` by itself. Nothing here names a real person or brand.
"""


def split(text: str) -> list[str]:
    return [entry.strip() for entry in text.replace("\n", ",").split(",") if entry.strip()]


GIRLS = split("""
Lily, Mia, Anna, Sara, Emma, Lucy, Zoe, Ella, Rosa, Nina, Ruby, Maya, Ivy, Mei, Clara, Eva, Ada, Nora,
Leila, Hana, Aisha, Tess, Priya, Yuki, Amara, Wendy, Sofia, Kate, Jane, Molly""")

BOYS = split("""
Tom, Ben, Sam, Max, Leo, Jack, Tim, Omar, Finn, Noah, Adam, Hugo, Ali, Oscar, Theo, Luca, Ravi, Kofi,
Peter, Felix, Wei, Jun, Diego, Nico, Paul, Kai, Ivan, Bruno, Will, Dan""")

ANIMAL_NAMES = split("""
Pip, Momo, Coco, Rusty, Dot, Biscuit, Pepper, Bubbles, Sunny, Snowy, Patch, Nut, Pebble, Socks, Cookie, Fluffy,
Spot, Berry, Muffin, Bo""")

# kind of hero, by who they are; the first list is met most often
CHILDREN = split("girl, boy, girl, boy, princess, prince")
ANIMALS = split("""
dog, cat, rabbit, bird, bear, fox, mouse, duck, frog, squirrel, turtle, bee, owl, pig, lion, elephant, monkey,
horse, hedgehog, sheep, goat, hen, penguin, wolf, deer, fish, tiger, crab, snail, whale""")
FANTASY = split("robot, dragon, fairy, cloud, snowman, giant, star, wizard, ghost, tree, train, boat")
ADULTS_F = split("old woman, teacher, queen, farmer, nurse, baker, doctor, grandmother, sailor, painter")
ADULTS_M = split("old man, farmer, king, baker, fisherman, teacher, shopkeeper, gardener, sailor, grandfather, postman")

PETS = split("dog, cat, puppy, kitten, rabbit, bird, hamster, turtle, fish, pony")
SMALL_ANIMALS = split("""
kitten, puppy, bird, rabbit, mouse, duck, frog, squirrel, lamb, hedgehog, turtle, chick, butterfly, bee, fox,
snail, owl, crab""")

TOYS = split("""
ball, doll, kite, toy car, teddy bear, drum, boat, train, puzzle, bike, robot, top, whistle, balloon, rope,
truck, plane, yo-yo, scooter, block""")
TREASURES = split("""
key, ring, book, coin, shell, map, letter, stone, bell, crown, feather, photo, button, mirror, watch, flute,
pearl, lamp, necklace, marble, candle, magnet, clock, paintbrush, compass""")
CLOTHES = split("hat, coat, scarf, dress, shoe, sock, shirt, glove, sweater, boot, mitten, belt, jacket")
FINDS = split("""
key, ball, ring, book, doll, letter, map, hat, cookie, kitten, shell, toy car, teddy bear, coin, frog, stone,
drum, cake, mouse, kite, bell, scarf, feather, flute, puzzle, crown, photo, egg, music box, watch, mirror,
whistle, robot, lamp, flower, butterfly, necklace, candle, apple, train, pearl, button, puppet, seed""")
CONTAINERS = split("box, bag, chest, basket, drawer, jar, suitcase, cupboard, trunk, envelope, pot")
HIDING_PLACES = split("""
under the bed, behind the door, under the table, in the garden, behind the sofa, in the kitchen, on the shelf,
under a big tree, behind the curtain, in the basket, near the pond, in the tall grass, under a blanket,
in the shed, behind a rock, on the stairs, next to the well, under the chair, in the barn, inside a boot""")

FOODS = split("""
cake, apple, cookie, pie, sandwich, banana, pear, pancake, orange, muffin, carrot, strawberry, bun, peach, pizza,
cherry, mango, potato, waffle""")
BAKED = split("cake, pie, cookie, pizza, muffin, apple pie, pancake, tart, bun")
FOODS_MASS = split("""
bread, soup, cake, cheese, honey, rice, apple pie, jam, fruit, salad, ice cream, toast, popcorn, pasta,
chocolate, corn, tea, porridge, pancakes""")
DRINKS = split("milk, water, tea, juice, hot chocolate, lemonade, cocoa")
INGREDIENTS = split("flour, eggs, milk, sugar, butter, salt, honey, apples, lemons, nuts, cream, chocolate")
MISSING = split("sugar, milk, flour, butter, salt, honey, cream")
FRUITS = split("apples, oranges, pears, berries, cherries, plums, bananas, grapes, peaches, lemons, nuts, mangoes")
COUNTABLE = split("""
apples, coins, stars, eggs, books, shells, flowers, cookies, stones, balls, birds, ducks, nuts, cakes, pencils,
leaves, fish, hats, balloons, buttons, trees, boats, carrots, cups""")
FLOWERS = split("rose, tulip, daisy, sunflower, lily, poppy, violet")
FLOWERS_MANY = split("roses, tulips, daisies, sunflowers, poppies, violets, lilies")
SEEDS = split("seed, bean, apple seed, sunflower seed, bulb, acorn, pumpkin seed")

COLORS = split("red, blue, green, yellow, white, black, pink, brown, purple, orange, golden, silver, gray")
SIZES = split("little, big, small, tiny, huge, long, round, tall, wide")
LOOKS = split("old, shiny, pretty, soft, new, beautiful, strange, dusty, wooden, broken, magic, warm, clean, lovely, smooth")
FOOD_LOOKS = split("warm, sweet, fresh, big, small, soft, tasty, little, hot, huge, cold, delicious")
ANIMAL_LOOKS = split("""
little, small, white, black, brown, gray, tiny, young, big, friendly, hungry, sleepy, golden, lost, wet, thin, soft,
shy, beautiful, lonely""")
FLOWER_LOOKS = split("red, yellow, white, blue, pretty, pink, tall, purple, beautiful, fresh")
CHARACTERS = split("""
kind, brave, happy, clever, shy, curious, funny, gentle, lazy, quiet, proud, hungry, friendly, lonely, busy,
silly, careful, grumpy, sleepy, honest, stubborn, cheerful, polite, patient""")
HAPPY = split("happy, glad, proud, excited, pleased, thankful, cheerful, calm")
SAD = split("sad, upset, unhappy, worried, disappointed, angry, tired")

PLACES = split("""
the park, the garden, the forest, the beach, school, the market, the river, the lake, the farm, the hill,
the library, the playground, the meadow, the village, the pond, the zoo, the castle, the town, the bakery,
the mountains, the woods, the harbor, the museum""")
OUTDOORS = split("park, garden, forest, field, meadow, woods, valley, yard, village")
FAR_PLACES = split(
    "the sea, the mountains, the big city, the castle, the desert, the island, the snow, the old tower, the big lake"
)
HOMES = split("""
in a small house, in a village, near the forest, by the sea, in a big city, on a farm, at the edge of the woods,
in a castle, near a lake, on a hill, at the end of a long road, in a tall tree, by the river, in a cave,
on an island, in a quiet valley, next to a bakery, under an old bridge""")
ROOMS = split("kitchen, bedroom, living room, attic, hall, bathroom, cellar, classroom")

ACTIVITIES = split("""
play, sing, dance, run, draw, read, swim, climb trees, help others, paint, cook, jump, tell stories, count stars,
explore, ride a bike, fly kites, look at the stars, pick flowers, collect shells, build things, ask questions,
bake bread, play the drum, watch the birds, sleep, eat honey, chase butterflies, hide, make new friends""")
SKILLS = split("""
swim, ride a bike, read, fly a kite, play the flute, skate, dance, bake bread, whistle, tie a knot, draw a horse,
climb a tree, sing, catch a ball, count to ten, juggle, write, jump rope, sail, play the piano""")
FEARS = split("""
the dark, deep water, thunder, the big dog, high places, spiders, loud noises, the forest, new people, ghosts,
storms, the cellar""")

WEATHER = split("""
sunny, cold, rainy, warm, windy, hot, cloudy, snowy, bright, foggy, stormy, quiet, cool, clear""")
SUN_STATES = split("""
shining, warm, bright, going down, hot, high in the sky, rising, setting, out, low, hiding behind a cloud, gone,
big and red, golden, up, coming up over the hills, strong, almost gone, like a big orange ball, still asleep""")
MORNING_SUN = split("shining, rising, warm, up, bright, coming up over the hills, already high")
TIMES = split("""
morning, day, afternoon, evening, night, summer day, winter night, spring morning, autumn afternoon, Sunday,
Saturday, Monday morning""")
NUMBER_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
NUMBERS = split("three, two, four, five, ten, six, seven, eight, nine, twelve, eleven")
MORALS = split("""
it is good to share, a true friend helps when things are hard, small steps can take you far,
it is better to tell the truth, being kind costs nothing, it is fine to make mistakes,
you should never give up, working together makes hard things easy, even a small friend can be a big help,
it is good to ask for help, being different can be a gift, patience is worth more than speed,
you should think before you act, a promise must be kept, the best things cannot be bought,
everyone is good at something, it is wise to listen, courage can be quiet""")
LESSON_VERBS = split("remembered, knew, understood, learned")

# what was heard and who made it
NOISES = [
    ("a soft meow", "kitten"), ("a loud bark", "dog"), ("a tiny squeak", "mouse"), ("a long howl", "wolf"),
    ("a sad cry", "lamb"), ("a low growl", "bear"), ("a quiet hoot", "owl"), ("a strange croak", "frog"),
    ("a loud quack", "duck"), ("a gentle buzz", "bee"), ("a happy chirp", "bird"), ("a deep roar", "lion"),
    ("a funny snort", "pig"), ("a scratching sound", "squirrel"), ("a soft knock", "hedgehog"),
]  # fmt: skip

# where a small animal may be stuck, and what gets it out
TRAPS = [
    ("in a tree", "a ladder"), ("in a hole", "a rope"), ("in the mud", "a long stick"), ("in a net", "a pair of scissors"),
    ("behind a fence", "a key"), ("in a bucket", "two careful hands"), ("on a roof", "a ladder"), ("under a log", "a strong branch"),
    ("in a bush", "a pair of gloves"), ("on a rock in the river", "a small boat"),
]  # fmt: skip

# a broken thing and what mends it
REPAIRS = [
    ("cup", "glue"), ("kite", "tape"), ("chair", "a hammer and a nail"), ("boat", "a new piece of wood"), ("doll", "a needle and thread"),
    ("clock", "a tiny screw"), ("bike", "a new wheel"), ("window", "a new piece of glass"), ("vase", "glue"), ("fence", "some nails"),
    ("toy car", "a small screw"), ("drum", "some tape"), ("umbrella", "a bit of wire"), ("shoe", "a new lace"), ("flute", "some wax"),
]  # fmt: skip

JOBS = [
    ("doctor", "helps sick people"), ("teacher", "helps children learn"), ("baker", "bakes bread"), ("farmer", "grows food"),
    ("pilot", "flies planes"), ("cook", "makes meals"), ("painter", "paints pictures"), ("sailor", "works on a ship"),
    ("nurse", "takes care of sick people"), ("gardener", "looks after plants"), ("postman", "brings letters"),
    ("dentist", "looks after teeth"), ("singer", "sings songs"), ("writer", "writes books"), ("fisherman", "catches fish"),
]  # fmt: skip

# the adjectives that suit the nouns of a list; the first list that holds the noun decides
ADJECTIVES_BY_LIST = [
    ("SMALL_ANIMALS", ["ANIMAL_LOOKS"]),
    ("PETS", ["ANIMAL_LOOKS"]),
    ("ANIMALS", ["ANIMAL_LOOKS"]),
    ("FOODS", ["FOOD_LOOKS"]),
    ("FLOWERS", ["FLOWER_LOOKS"]),
]

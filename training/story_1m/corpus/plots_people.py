"""Plots about people: fear, play, learning, illness, quarrels, school. One line is one beat."""

PLOTS: dict[str, str] = {
    "afraid": """
{@open}
[{h} was afraid of {x:fears}.|There was one thing that {h} did not like: {x:fears}.|More than anything, {h} was afraid of {x:fears}.] [Whenever {h.he} thought of it, {h.he} hid {hiding_places}.|Nobody knew about it.|{h} never told anyone[, not even {m}|].]
[One {times}, {f.a} asked, "Do you want to go to {places} with me?"|One night, {h} could not sleep because of {x}.|One day, {h} had to go to {places} alone.] [{h} was too scared to say yes.|"I cannot," said {h}. "I am afraid of {x}."|{h.his} heart beat fast.]
["Everyone is afraid of something," said {m}. "I was afraid of {fears} when I was little."|"Hold my hand," said {f}. "If we go together, it is not so bad."|{m} gave {h} a {treasures.full}. "It will make you brave," said {m}.|"What helps you to be brave?" {h} asked {f}. "I [sing|count to ten|think of {foods_mass}]," said {f}.]
[So {h} took a deep breath and [went|tried|counted to {numbers}].|{h} closed {h.his} eyes and [counted to {numbers}|thought of {foods_mass}].|Slowly, {h} took one step, and then another.] [Nothing bad happened.|It was not as bad as {h.he} had thought.|After a while, {h} was not afraid anymore.]
["I did it!" said {h}.|"You were so brave," said {f}.|{@felt_happy}] [{h} learned that courage can be quiet.|{@end}|{@moral}]
""",
    "hide_and_seek": """
{@open}
["Let us play hide and seek," said {f}.|{h} and {f} played hide and seek.] [{h} closed {h.his} eyes and counted to {numbers}.|"I will count, and you will hide," said {h}. {h.he} counted to {numbers}.] [{f} hid {p:hiding_places}.|{f} ran away and hid {p:hiding_places}.]
[{h} looked {hiding_places}. {f} was not there. {h.he} looked {hiding_places}. {f} was not there, either.|First, {h} looked {hiding_places}. Then {h.he} looked {hiding_places}.|{h} looked {hiding_places}, but found only a {finds.full}.] ["Where are you?" {h} [called|asked].|There was no sound.|Then {h} heard a [laugh|small noise|sneeze].]
[At last, {h} looked {p}. "I found you!" {h.he} said.|Then {h} saw a {clothes} {p}. It was {f}!|"I know where you are!" said {h}, and looked {p}. There was {f}!] [They both laughed.|"Now it is my turn," said {f}.|"You are good at this," said {f}.]
{@end}
""",
    "race": """
{@open}
[There was a big race in the {outdoors}.|"I am faster than you," said {f}.|Every year, there was a race around the {outdoors}.] ["I want to win," said {h}.|{h} wanted to be in it, but {h.he} was not very fast.|{f} laughed at {h}. "You are too slow," {f.he} said.]
[Every morning, {h} ran around the {outdoors}.|So {h} practiced every day.|{h} did not listen and practiced for {numbers} weeks.] [On the day of the race, everyone came to watch.|Then the day of the race came.] "One, two, three, go!" [said|shouted] {g}.
[{f} was much faster. But then {f.he} [stopped to eat a {foods}|fell over a stone|sat down and fell asleep|looked back and lost the way].|{h} ran as fast as {h.he} could.|At first, {f} was ahead.] [{h} went on and on, step by step.|{h} did not stop.|When {h} saw that {f} was hurt, {h.he} stopped to help.]
[In the end, {h} won the race.|In the end, {f} won, but {h} was not sad.|They crossed the line together.|{h} came in second.] [Everyone clapped.|"You ran very well," said {f}.|{g} gave {h} a {colors} {treasures}.|{m} was proud of {h}.]
[{h} learned that {morals}.|{h} learned that small steps can take you far.|{@end}]
""",
    "learn": """
{@open}
[{h} wanted to learn how to {x:skills}.|All of {h.his} friends could {x:skills}, but {h} could not.|{f} could {x:skills} very well, and {h} wanted to learn it too.] [On the first day, it did not work at all.|{h.he} tried once, but it was too hard.|{h} tried again and again.]
["I will never learn it," said {h}.|"It is too hard," {h} [said|cried].|{@felt_sad}] ["Nobody can do it on the first day," said {f}.|"Try once more," said {m}. "I will help you."|"When I was small, I could not {x} either," said {m}.]
[So {h} practiced every {times}.|Day after day, {h} tried to {x}.|{f} showed {h} how to do it.] [Sometimes {h.he} wanted to stop, but {h.he} did not.|It got a little better each time.|Slowly, it became easier.] [After {numbers} weeks|Then, one {times}|One day], {h} could {x}! ["Look at me!" {h.he} shouted.|"I can do it!" said {h}.|{h} could not believe it.]
["I knew you could do it," said {m}.|{f} clapped {f.his} hands.|Now {h} teaches {f.his} little {pets} how to {skills}.|] [{h} learned that you should never give up.|{@moral}|{@end}]
""",
    "new_friend": """
{@open_alone}
[{h} had no one to play with.|{h} felt lonely.|There were no other children near {h.his} house.] [One day, {f.a} came to {places}.|One {times}, {h} saw {f.a} {p:hiding_places}.|A new family came to the village, and there {h} met {f}.] {f} [was playing with a {x:toys.full}|was sitting alone|looked sad too|had a {x:toys.full}].
[{h} wanted to say hello, but {h.he} was shy.|"Hello," said {h}. "Who are you?"|{h} walked over slowly.] ["{@may_play}" asked {h}.|"I like your {x:toys}," said {h}.|"My name is {h}," {h} said.] [{f} smiled. "Yes, come and sit with me," {f.he} said.|"Nobody has ever asked me that," said {f}.|"I was hoping that you would ask," said {f}.]
[They played with the {x} until it was dark.|They found out that they both liked to {activities}.|{f} told {h} about {places}, and {h} told {f} about {fears}.|{h} gave {f} half of {h.his} {foods}.]
["Will you come back tomorrow?" asked {h}. "Of course," said {f}.|"See you tomorrow!" said {f}.|From then on, they met every day.] {@end}
""",
    "sick": """
{@open}
[One day, {f} did not come to play.|{h} went to see {f}, but {f} was in bed.|{h} waited for {f}, but {f.he} did not come.] ["{f} is sick," said {m}.|"I do not feel well," said {f}. "My [head|tummy|tooth|foot] hurts."|{f} had a bad cold.]
["I want to help," said {h}.|{@thinks}|{h} was {sad}, but {h.he} had an idea.] [{h} made some {x:foods_mass} and took it to {f}.|{h} brought {f} a {x:toys.full} and some {drinks}.|{h} picked {numbers} {colors} {flowers_many} in the {outdoors}.] [{g} said, "^{f} must stay in bed for {numbers} days."|The doctor came and said, "You need to sleep and drink a lot of {drinks}."|]
[{h} sat next to {f} and told {f.him} a story about a {ahero:animals} who could {skills}.|{h} read a book to {f}.|They played a quiet game.] [{f} laughed for the first time that day.|Soon {f} fell asleep.|"I feel better already," said {f}.]
[After {numbers} days, {f} was well again.|The next day, {f} could get up.|Soon {f} was healthy again.] {@thanks} [{@end}|{@moral}]
""",
    "school": """
{@open}
[At school, the teacher asked|One day, the teacher asked|{g} asked], "{q}" [Nobody knew the answer.|Everyone was quiet.|{f} did not know.] [{h} put up {h.his} hand.|{h} thought for a moment.|But {h} knew it.] "{q.answer}," said {h}. ["That is right," said the teacher.|"Very good!" said the teacher. "How did you know that?"]
["I read it in a book," said {h}.|"{m} told me," said {h}.|{h} smiled and said nothing.] [After school, {f} asked, "Can you teach me more?"|On the way home, {f} said, "You are so clever."|"I wish I knew as much as you," said {f}.] ["Of course," said {h}. "Let us read together."|So {h} and {f} went to the library.|"You can learn it too," said {h}.]
{@end}
""",
    "bedtime": """
{@open}
[It was late, but {h} could not sleep.|It was time for bed, but {h} was not tired.|That night, {h} lay awake.] ["Why are you still awake?" asked {m}.|"I am not tired," said {h}.|{h} heard {v} outside.|The moon was bright, and the wind was {@wind}.]
["Tell me a story, please," said {h}.|"Can I have some {drinks}?" asked {h}.|"I am afraid of {fears}," said {h}.] ["Once upon a time," {m} began, "there was a {ahero:animals.full} who wanted to {activities}."|{m} sat down on the bed and sang a soft song.|"Close your eyes and think of {places}," said {m}.|{m} put a {treasures.full} next to the bed. "It will watch over you," {m.he} said.]
[{h} listened, and {h.his} eyes became heavy.|{h} [asked|wanted to know] what happened to the {ahero:animals}, but {m} only smiled.|Outside, the stars were shining.] [Soon {h} was asleep.|Before the story was over, {h} was asleep.|{h} closed {h.his} eyes and dreamed of a {finds.full}.] ["Good night, {h}," said {m}.|In the morning, the sun was {morning_sun}.|]
""",
    "quarrel": """
{@open}
[{h} and {f} both wanted the same {x:toys.full}.|{h} had a {x:toys.full}, and {f} took it without asking.|{h} and {f} were playing with a {x:toys.full} when it broke.] ["It is mine!" said {h}. "No, it is mine!" said {f}.|"Give it back!" [said|shouted] {h}.|"That was your fault!" said {f}. "No, it was yours!" said {h}.]
[They did not talk to each other for {numbers} days.|{h} went home and slammed the door.|{f} walked away, and {h} was left alone.] [At first, {h} was angry. Then {h.he} was just sad.|It was boring to play alone.|{h} missed {f} very much.] ["Why do you look so sad?" asked {m}. "{f} and I had a fight," said {h}.|{m} said, "A friend is worth more than a {x}."|]
[{h} took the {x} and went to {f}.|The next {times}, {h} knocked on {f.his} door.|{h} wrote a letter. It said, "I am sorry."] ["I am sorry," said {h}. "I am sorry too," said {f}.|"I should not have shouted," said {h}. "Let us be friends again."|"You can have the {x}," said {h}. "No," said {f}, "let us play with it together."]
[{@end}|{@moral}]
""",
    "birthday": """
{@open}
[It was {h}'s birthday.|Tomorrow was {h}'s birthday.|{h} was {numbers} years old today.] [But nobody said anything.|{h} woke up early and ran to the {rooms}.|{h} could not wait.] [{m} was busy in the {rooms}.|{f} said, "I have no time today."|"Where is everyone?" {h} asked.] [{h} thought that everyone had forgotten it.|{h} was a little {sad}.|]
[In the afternoon, {h} opened the door of the {rooms}.|Then {m} called, "{h}, come here, please!"|When {h} came home, it was dark and quiet.] "Happy birthday!" [everyone shouted|they all shouted|shouted {f} and {m}]. There was a [big cake|cake with {numbers} candles|table full of {foods_mass} and {foods_mass}] [and {colors} balloons|].
[{f} gave {h} a {c:containers}. {h} opened the {c} and found a {x:finds.full}.|{h} got a {x:toys.full} from {m} and a {y:treasures.full} from {f}.|{h} opened the {c:containers} and found a {x:finds.full} inside.] ["It is just what I wanted!" said {h}.|"A {x}! Thank you!" said {h}.|{@felt_happy}] {@end}
""",
    "helper": """
{@open}
[On the way to {places}, {h} met {g.a}.|{h} saw {g.a} near the {outdoors}.] [{g} was carrying a heavy {c:containers}.|{g} looked {sad}.|{g} could not find {g.his} {x:treasures}.] ["Can I help you?" asked {h}.|"What is wrong?" {h} asked.|Although {h} was in a hurry, {h.he} stopped.]
["My {c:containers} is too heavy," said {g}.|"I have lost my {x:treasures}," said {g}.|"I am old, and it is a long way home," said {g}.] ["Let me carry it for you," said {h}.|"I will go with you," said {h}.|{h} did not think twice and [took the {c}|looked {hiding_places}|helped {g.him}].]
[They walked together through the {outdoors}, and {g} told {h} about {places}.|It was hard, but {h} did not give up.|It took all afternoon.] [When they came to {g.his} house, {g} gave {h} a {y:treasures.full}.|"You have a good heart," said {g}. "Take this {y:treasures}."|{g} said, "Because you were so kind, I will give you a {y:finds.full}."]
[{h} did not want anything, but {g} put the {y} in {h.his} hand.|{h} still has the {y} today.|At home, {h} showed the {y} to {m}.] [{@moral}|{@end}]
""",
    "picture": """
{@open}
[{h} wanted to paint a picture for {m}.|{h} was painting a picture of {places}.] [{h.he} had {a:colors} paint and {b:colors} paint.|First, {h.he} painted a {a:colors} sky and a {b:colors} {x:finds}.|{h.he} painted a {a:colors} house and a {b:colors} tree.] ["What is that?" asked {f}. "That is a {x:finds}," said {h}.|{f} looked at it and laughed. "It looks like a {ahero:animals}!"|But the {a} paint fell on the floor.]
[{h} was {sad} and wanted to throw the picture away.|{@felt_sad}|"It is not good," said {h}.] ["I like it," said {f}. "It is different."|"You could add a {animals}," said {f}.|{f} took a brush and helped {h}.|"Wait," said {m}. "I think it is beautiful."]
[So {h} painted some more. Now there was a {colors} sun too.|{h} mixed the {a} with the {b} and got a new color.|When it was ready, {h} gave the picture to {m}.] [{m} put it on the wall of the {rooms}.|"I love it," said {m}.|Everyone who saw it was {happy}.] [{@end}|{@moral}|]
""",
}  # fmt: skip

RULES: dict[str, list[str]] = {
    "may_play": ["Do you want to play?", "Can I play with you?", "May I sit here?", "Shall we be friends?", "Why are you alone?"],
}  # fmt: skip

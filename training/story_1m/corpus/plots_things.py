"""Plots about things: found, lost, broken, shared, bought, made. One line is one beat."""

PLOTS: dict[str, str] = {
    "found": """
{@open}
[One day, |Then |That {times}, |]{h} [found|saw|came upon|noticed] a {c:containers.full} {hiding_places}.
[{h} opened the {c} and found a {x:finds.full}.|"What is inside?" {h.he} [wondered|asked]. {h} opened the {c} and found a {x:finds.full} inside.|{h.he} looked inside and saw a {x:finds.full}.|When {h} opened the {c}, a {x:finds.full} [fell out|was inside]. ]
["What a {looks} {x}!" said {h}.|{h.he} had never seen such a {looks} {x}.|The {x} was {looks} and {looks}.|"Whose {x} is this?" {h} asked.|]
[{h} showed the {x} to {f}.|Just then, {f.a} came by.|{h} took the {x} and ran to {f}.|"Look, I found a {x}!" {h} said to {f}.]
["That is my {x}!" said {f}. "I lost it [yesterday|last week|a long time ago|near the {outdoors}]."|"I have been looking for my {x} all day," said {f}.] [{h} wanted to keep the {x}, but {h.he} knew that it was not right.|{h} was a little {sad}, but {h.he} smiled.|{h} did not think twice.] {h} gave the {x} [back |]to {f}.
[{f} was so {happy} that {f.he} gave {h} a {y:treasures.full}.|"Thank you," said {f}. "You are very {characters}."|{f} said, "You can play with it too."]
[{@moral}|{@end}]
""",
    "found_kept": """
{@open}
{h} opened the {c:containers} and found a {x:finds.full}.
["Is this for me?" asked {h}. "Yes," said {m}. "It is for you."|{h} [picked it up|held it in {h.his} hands|looked at it for a long time].|"Oh, what a surprise!" said {h}.]
[{h} took the {x} [to {places}|everywhere|to bed|outside] [every day|and showed it to {f}|].|{h} put the {x} {hiding_places}.|The {x} was {looks}, and it made {h} {happy}.]
[But the next day, the {x} was gone. {h} looked {hiding_places} and {hiding_places}. At last, {f} found it {hiding_places}.|One day, {f} wanted the {x} too. "We can take turns," said {h}. So they did.|{f} did not have a {x}. So {h} let {f} [play with it|hold it|keep it for a day].|]
{@end}
""",
    "lost": """
{@open}
[{h} had a {x:toys.full}. |{h}'s favorite toy was a {x:toys.full}. |{h.he} had a {x:toys.full} that [{m}|{f}] had given {h.him}. ][{h} took the {x} everywhere.|{h} loved the {x} very much.|The {x} was {looks} and {looks}.]
[One day|One {times}|Then, one day], {h} could not find the {x}. {@felt_sad}
[{h} looked {hiding_places}, but [the {x} was not there|it was not there|there was only a {finds}].|"Where is my {x}?" {h} asked.] [{h.he} looked {hiding_places} too. No {x}!|{h.he} asked {m}, but {m} had not seen it.|Then {h.he} looked {hiding_places}, but found only a {treasures}.|]
{@f_asks} "I lost my {x}," said {h}. {@f_helps}
[They looked {hiding_places} and {hiding_places}.|They looked everywhere.|Together they went to {places}.] [At last|Suddenly|Finally|In the end], {f} [saw|found] [the {x}|something {looks}. It was the {x}! It was] {p:hiding_places}.
["Here it is!" said {f}.|"I found it!" {f} shouted.|"Is this your {x}?" asked {f}. "Yes, it is!" said {h}.] {@thanks}
{@end}
""",
    "broken": """
{@open}
One day, {h} was [running|playing|dancing|jumping] [in the {rooms}|with {f}] and [broke|bumped into] {m}'s {r}. [Crash!|Oh no!|It fell to the floor.] The {r} was broken.
[{h} was afraid to tell {m}.|{h} wanted to hide it {hiding_places}.|"I did not do it," {h} said at first.|{@felt_sad}]
[But {h.he} knew {h.he} had to tell the truth.|{f} said, "You should tell {m}."|Then {h.he} thought, "I must be honest."] ["I am sorry," {h} said to {m}. "I broke the {r}."|{h} went to {m} and said, "I broke it. I am very sorry."]
[{m} was not angry.|{m} was {sad} at first, but then {m.he} smiled.|{m} gave {h} a hug.] ["Thank you for telling me the truth," said {m}.|"It was an accident," {m} said. "We can fix it."|"Let us fix it together," said {m}.]
[They used {r.fix} to fix the {r}.|{m} got {r.fix}, and together they fixed the {r}.|With {r.fix}, they made the {r} as good as new.] [Soon it looked like new.|It took all {@part_of_day}.|It was not easy, but they did it.|]
[{h} learned that it is better to tell the truth.|{@moral}|{@end}]
""",
    "share": """
{@open}
{h} had a [big|lovely|whole|warm] {x:foods}. It [smelled|looked] so good. {f.a} came by and [looked at|saw] the {x}.
["May I have some?" asked {f}.|"I am so hungry," said {f}.|"Can you share your {x} with me?" {f} asked.] ["No, it is mine!" said {h}.|{h} shook {h.his} head. "I want it all," {h.he} said.|{h} said no and turned away.]
{f} was {sad} and [went away|walked away|sat down alone]. {h} ate [and ate|half of the {x}|all alone], but [{h.he} did not feel happy|it did not taste good|{h.he} felt {sad}|{h.his} tummy began to hurt].
[{h} thought about {f}.|Then {h} [remembered|thought of] the day when {f} had helped {h.him}.|"I was not kind," {h} thought.] [{h} ran after {f}.|{h} went to find {f}.|{h.he} found {f} {p:hiding_places}.] ["I am sorry," said {h}. "Let us share."|"Here, this half is for you," said {h}.]
[They sat down and ate together.|{f} smiled and ate the {x}.|They shared the {x}, and it tasted better than before.] [{h} learned that it is good to share.|{@end}|{@moral}]
""",
    "trade": """
{@open}
{h} had a {x:toys.full}. {f} had a {y:treasures.full}. [{h} looked at the {y}.|{h} liked the {y} very much.|"I like your {y}," said {h}.]
["Do you want to trade?" asked {f}. "You can have my {y}, and I can have your {x}."|"Will you give me the {y} for my {x}?" asked {h}.|{h} said, "I will give you my {x} if you give me your {y}."]
[{h} thought about it. Then {h.he} said yes.|"Yes!" they said.|"All right," said {f}.] So {h} gave {f} the {x}, and {f} gave {h} the {y}. Now {h} had the {y}, and {f} had the {x}.
[But that night, {h} missed the {x}. {h.he} could not sleep. The next day, {h} went to {f}. "I miss my {x}," {h.he} said. "And I miss my {y}," said {f}. They laughed and traded back. {h} had the {x} again.|{h} played with the {y} all day. {f} played with the {x}. Both of them were {happy}.|Later, {f} came back. "You can have the {x} too," said {f}. "Let us share everything."]
[{@end}|{@moral}]
""",
    "market": """
{@open}
{m} gave {h} {n.have} coins. ["Please go to the market and buy some {i:ingredients}," said {m}.|"You may buy something nice," said {m}.|"Buy what you like," {m} said.] {h} [went to the market|walked to the market|ran to the shop].
[There were {fruits}, {fruits} and {fruits}.|The market was full of people.|A {adults_f} was selling {fruits} and {colors} {flowers_many}.] {h} saw a {x:treasures.full}. ["How much is the {x}?" asked {h}.|"What does it cost?" {h.he} asked.] "It costs {n.cost} coins," said {g}.
{h} counted. {h.he} had {n.have} coins. {h} [paid|gave {g}] {n.cost} coins and took the {x}. Now {h.he} had {n.left} [coins|coins left].
[On the way home, {h} met {f}. {f} was hungry. {h} bought {f} a {foods} with the last coins.|{h} gave the rest to {m}. "Well done," said {m}.|{h} kept the other coins in a {containers}.|]
[{h} gave the {x} to {m}. "It is for you," {h.he} said. {m} was so {happy}.|{h} took the {x} home and put it {p:hiding_places}.|{@end}]
""",
    "build": """
{@open}
[{h} and {f} wanted to build a {x:@built}.|"Let us make a {x:@built}," said {h}. "Yes!" said {f}.|One day, {h} decided to build a {x:@built} with {f}.]
[{h} brought {k:@material}, and {f} brought {l:@material}.|They needed {k:@material} and {l:@material}.|First, they looked for {k:@material}. Then they found some {l:@material}.] [They worked all {@part_of_day}.|It was hard work.|{h} held the {k} while {f} [pulled|pushed|counted|sang].]
[But the wind came and blew it down.|Then it began to rain, and the {x} fell down.|But the {x} was too small.|Suddenly the {x} broke.] {@felt_sad} ["Let us try again," said {f}.|"We can do better," said {f}.|"Never mind," said {f}. "We will build it again."]
[This time, they used more {k}.|This time, they asked {m} to help.|They worked slowly and made it strong.|They started again, and this time they were more careful.] [At last|In the end|When the sun was {sun_states}], the {x} was ready. [It was {looks} and {looks}.|It was the best {x} in the world.|"We did it!" they shouted.]
{@end}
""",
    "magic": """
{@open}
[One day, {h} found a {x:treasures.full} {p:hiding_places}. It was not like any other {x}.|An old {g.bare} gave {h} a {x:treasures.full}. "Be careful," said {g}. "It is magic."]
[When {h} touched it, the {x} began to [shine|sing|glow|talk].|Suddenly, the {x} said, "You may make [one wish|three wishes|a wish]."|{h} rubbed the {x}, and a little fairy came out. "Make a wish," said the fairy.]
["I wish for [a lot of {foods_mass}|a {toys.full}|a new friend|a {pets.full}|snow|wings]," said {h}.|{h} wished [for a {toys.full}|to be {sizes}|to fly like a bird|that {f} would be happy|for a big bowl of {foods_mass}].] [And it came true!|There was a flash of {colors} light, and the wish came true.|Nothing happened at first. Then everything turned {colors}.|]
[At first, it was fun.|At first, {h} was very {happy}.] But [soon {h} was {sad}|soon there was too much of it|then {h} missed {h.his} old life|nobody wanted to play with {h}]. ["I wish everything was like before," said {h}.|{h} took the {x} again and wished to [go home|be the same as before].]
[And so it was.|In a moment, everything was like before.|{h} closed {h.his} eyes. When {h.he} opened them, {h.he} was at home.] {h} [put the {x} back|gave the {x} to {f}|threw the {x} into the river|hid the {x} {p2:hiding_places}]. [{h} learned that the best things cannot be bought.|{@moral}|{@end}]
""",
    "gift": """
{@open}
[It was {f}'s birthday, and {h} wanted to give {f.him} something.|Tomorrow was {f}'s birthday.] [But {h} had no money.|{h} did not know what to give.|"What does {f} like?" {h} asked {m}.|]
["You could make something," said {m}.|{@thinks}] [{h} made a {x:treasures.full} out of {k:@material}.|{h} [painted|made|found] a {x:treasures.full} and put it in a {c:containers.full}.|{h} baked a {x:baked} with {ingredients} and {ingredients}.] It took [all day|a long time|all {@part_of_day}|two hours].
[At the party, there was {foods_mass} and {foods_mass}.|All the friends came to the party.|{h} ran to {f} with the gift.] {f} [opened it|looked at the gift|took the gift]. ["A {x}!" said {f}. "It is {looks}!"|"Oh, {h}, I love the {x}," {f} said.|"Did you make this {x} for me?" asked {f}. "Yes," said {h}.]
[It was the best gift of all.|{f} was so {happy} that {f.he} [hugged {h}|danced|could not speak].|{f} put the {x} {p:hiding_places} and looked at it every day.] [{@end}|{@moral}]
""",
    "bake": """
{@open}
[{h} wanted to bake a {x:baked} for {f}.|"Let us make a {x:baked}," said {m}.|{h} was hungry and wanted to make a {x:baked}.] [{h} got {i:ingredients} and {i2:ingredients}.|They needed {i:ingredients}, {i2:ingredients} and {ingredients}.] [But there was no {k:missing}.|Then {h} saw that there was no {k:missing} left.]
["What can we do?" asked {h}.|{h} was {sad}.|{@thinks}] [{h} went to {g}. "Do you have some {k}?" {h.he} asked.|{h} ran to {f} and asked for some {k}.|{h} walked to {places} to find some {k}.] ["Of course," was the answer. "Take as much as you need."|"Yes, but only if I get a piece of the {x}!" was the answer.|"Here is some {k}," said {g}. "I am happy to help."]
[{h} ran home and mixed everything in a {sizes} bowl.|Back at home, {h} put the {k} in the bowl and mixed it.|{h} mixed the {i} with the {k}.] [Soon the {x} was in the oven.|Then they put it in the oven and waited.] [The whole house smelled wonderful.|It smelled so good!|"Is it ready?" asked {h}. "Not yet," said {m}.|]
[When the {x} was ready, they all ate together.|The {x} was warm and sweet.|{h} gave the first piece to {g}.] ["This is the best {x} in the world," said {f}.|Everyone had a piece, and nothing was left.|{@end}] [{@moral}|]
""",
    "treasure": """
{@open}
[{h} found an old map {p:hiding_places}.|{g} gave {h} an old map.|Inside an old book, {h} found a map.] ["It is a treasure map!" said {h}.|It showed {places} and a {colors} X.|The map was {looks} and hard to read.] {h} showed it to {f}. ["Let us go!" said {f}.|"Shall we look for the treasure?" asked {h}. "Yes!" said {f}.]
[First, they went to {places}.|They walked over the hill and through the {outdoors}.|They went past the {outdoors} and across a bridge.] [There they met {g.a}. "Turn left at the {sizes} tree," said {g}.|It was a long way, and {f} was tired.|Then they counted {numbers} steps from the {sizes} rock.|They had to cross a {weather} valley.]
[They began to dig.|{h} dug a hole with a shovel.|Under a {sizes} stone, they saw something.] [At last they found a {c:containers.full}.|There was a {c:containers.full} in the ground.] {h} opened the {c} and found a {x:finds.full}[ and a letter|]. [The letter said, "The real treasure is a good friend."|"It is not gold," said {f}, "but it is {looks}."|"We are rich!" said {f}, and they both laughed.|]
{@end}
""",
}  # fmt: skip

RULES: dict[str, list[str]] = {
    "part_of_day": ["day", "morning", "afternoon", "evening", "night", "week"],
    "built": ["house", "tree house", "boat", "sand castle", "tower", "bridge", "snowman", "kite", "raft", "tent", "nest", "robot", "bird house", "den"],
    "material": ["wood", "paper", "sticks", "leaves", "stones", "string", "cloth", "shells", "sand", "rope", "clay", "feathers", "old boxes"],
}  # fmt: skip

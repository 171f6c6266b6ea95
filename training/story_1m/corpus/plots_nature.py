"""Plots outdoors: animals in need, noises, weather, journeys, gardens. One line is one beat."""

PLOTS: dict[str, str] = {
    "stuck": """
{@open}
{@day} [There {h.he} saw|Suddenly, {h} saw|Near the {outdoors}, {h.he} found] a {x:small_animals.full}. [The {x} was stuck {t}.|It was stuck {t} and could not get out.] ["Help me, please!" said the {x}.|The {x} looked [very |]{sad}.|The {x} cried, but nobody came.]
["Do not be afraid," said {h}. "I will help you."|{h} wanted to help the {x}.|"How did you get there?" asked {h}.] [{h} tried to reach it, but {h.he} could not.|{h} pulled, but {h.he} was not strong enough.|{h} did not know how.] [{h} ran to {f} and asked for {t.tool}.|Then {f} came with {t.tool}.|{h} needed {t.tool}, so {h.he} went to {g}.|"We need {t.tool}," said {f}.]
[With {t.tool}, they got the {x} out.|{h} used {t.tool}, and soon the {x} was free.|Together, they worked until the {x} was free.] ["Thank you!" said the {x}. "You saved me."|The {x} was so {happy} that it jumped up and down.|The {x} looked at {h} and [smiled|was not afraid anymore].]
[{h} gave the {x} some {foods_mass}.|The {x} gave {h} a {treasures.full}.|The next day, the {x} came back to say hello.|{h} named the {x} {animal_names}.] [{@moral}|{@end}]
""",
    "noise": """
{@open}
One {times}, {h} heard {v}. ["What was that?" {h.he} [asked|whispered].|It came from {y:@direction}.|{h} sat up and listened.] [{h} was a little afraid, but {h.he} wanted to know what it was.|"It is only the wind," said {m}. But it was not the wind.|{h} called {f}. "Did you hear that?" {h.he} asked.]
[They looked {hiding_places}. Nothing!|{h} took a lamp and went outside.|{h} looked {hiding_places}, but there was only a {finds}.] [Then they heard it again: {v}.|There it was again!|The sound came closer.] [At last, {h} saw a {v.animal} {p:hiding_places}.|It was a {sizes} {v.animal}!|Behind {@bush}, there sat a {v.animal}.]
["It is only a {v.animal}!" said {h}, and laughed.|The {v.animal} was [cold|hungry|lost|more afraid than {h}].|"Hello, little {v.animal}," said {h}.] [{h} gave the {v.animal} some {foods_mass}.|{h} made a warm bed for it {hiding_places}.|They took the {v.animal} back to the {outdoors}.]
[After that, {h} was never afraid of the night again.|{@end}|{@moral}]
""",
    "seed": """
{@open}
[{g} gave {h} a {x:seeds}.|One day, {h} found a {x:seeds} {hiding_places}.|{h} got a {x:seeds} from {m}.] ["What is it?" asked {h}. "Wait and see," was the answer.|{h} put it in the ground and gave it some water.|{h} planted it in the {outdoors}.] [Every day, {h} gave it water.|Every morning, {h} went to look, but nothing happened.|{h} waited for {numbers} days.]
["Nothing is growing," said {h}. {f} laughed.|"You must be patient," said {m}.|{h} wanted to dig it up, but {f} said, "Wait."|{h} sang to it every {times}.] [Then it rained, and the sun was {sun_states}.|After {numbers} weeks, something green came out of the ground.|One {times}, there was a tiny green leaf.]
[It grew and grew. Soon it was as tall as {h}.|The plant got bigger and bigger.|It became a {sizes} {y:flowers}.|In summer, it had {colors} flowers and many {fruits}.] [{h} gave some to {f}.|Bees and butterflies came to see it.|{h} and {f} sat under it and ate {foods_mass}.] [{h} learned that patience is worth more than speed.|{@moral}|{@end}]
""",
    "rain": """
{@open}
[{h} and {f} wanted to have a picnic.|They packed {foods_mass}, {foods_mass} and some {drinks} in a {c:containers}.|{h} and {f} were on the way to {places}.] [But then the sky turned dark.|But suddenly, it began to rain.|Then they saw big gray clouds.] ["Oh no!" said {h}. "Now we cannot [play outside|eat in the {outdoors}|go on]."|{@felt_sad}|"We will get wet!" said {f}.]
["We can have the picnic in the {rooms}," said {m}.|They ran to a {sizes} tree and waited.|{f} had a {colors} umbrella, but it was too small for two.|"I know a cave near here," said {f}.] [They put a blanket on the floor and ate.|They told stories until the rain stopped.|Although it was wet and cold, they laughed a lot.|Inside, it was warm and dry.]
[When the rain was over, there was a rainbow.|Then the sun came out again, and there was a rainbow over the {outdoors}.|After the rain, they jumped in the puddles.] ["Look how beautiful it is!" said {h}.|"I am glad it rained," said {f}.|"{@rain_wish}" said {h}.] {@end}
""",
    "snow": """
{@open}
[One winter morning, everything was white.|In the night, it had snowed.|When {h} woke up, there was snow everywhere.] ["It snowed!" shouted {h}.|{h} put on {h.his} {clothes.full} and ran outside.|{h} called {f}. "Come out and play!"] [They made a {sizes} snowman. It had a carrot for a nose and a {clothes.full}.|{h} and {f} made a snowman with {numbers} buttons.|They built a house of snow.]
["He looks cold," said {f}. So {h} gave the snowman a {x:clothes.full}.|{f} slipped and fell, but {f.he} laughed.|They threw snowballs until their hands were cold.|Then {h} lost {h.his} {x:clothes} in the snow.] [In the evening, they drank {drinks} in the {rooms}.|{m} gave them hot {foods_mass}.|That night, {h} looked out of the window and [waved|smiled at the snowman].]
[The next day, the sun was {sun_states}, and the snowman was gone. Only the carrot was left.|"Will he be here tomorrow?" asked {h}. "Only if it stays cold," said {m}.|"I hope it snows again," said {h}.] [{@end}|]
""",
    "journey": """
{@open}
[{h} had never seen {x:far_places}.|{h} wanted to see {x:far_places} more than anything.|"What is behind the hills?" asked {h}. Nobody knew.] So, one {times}, {h} [packed a {containers}|put some {foods_mass} in a {containers}|took a {treasures} and a {clothes.full}] and [left|set out|went on a journey].
[First, {h} came to a river. There was no bridge. "{@cross}," said {f.a}.|On the way, {h} met {f.a}. "Where are you going?" asked {f}. "To {x}," said {h}.|{h} walked through the {outdoors} and over the hill. There {h.he} met {f.a}.] ["May I come with you?" asked {f}.|"I know the way," said {f}. "Follow me."|"It is very far," said {f}. "But I can show you."]
[At night, they slept {hiding_places}.|When they were hungry, they ate {fruits} and {fruits}.|They walked for {numbers} days.|They got lost, but the stars showed them the way.] [Then, one {times}, they were there.|At last they saw it: {x}!|From the top of the hill, they could see {x}.]
["It is more beautiful than I thought," said {h}.|{h} did not say a word. {h.he} just looked.|"Was it worth it?" asked {f}. "Yes," said {h}.] [But after a while, {h} missed {m}. So they went home.|They stayed until the sun was {sun_states}.|{h} took a {colors} stone home, so that {h.he} would never forget.] {@end}
""",
    "lost_way": """
{@open}
[{h} followed a {colors} butterfly into the woods.|{h} walked and walked, and soon {h.he} was far from home.|{h} was picking {fruits} and did not look at the path.] [When {h.he} looked up, {h.he} did not know where {h.he} was.|It got dark, and {h} was lost.|Now {h} could not find the way home.] {@felt_sad}
[Then {h} met {f.a}.|"Who is there?" asked a voice. It was {f.a}.|A light came closer. It was {f.a} with a lamp.] {@f_asks} ["I am lost," said {h}. "I live {homes}."|"I cannot find my way home," said {h}.|"I want to go home," {h} said.]
["Follow me," said {f}. "I know the way."|"Do you see that star?" asked {f}. "Go where it shines."|{f} thought for a moment. "Listen," {f.he} said. "Can you hear the river? It will lead you home."|{f} took {h} by the hand.] [They went past the {outdoors} and over a {sizes} bridge.|They walked all night.|Soon {h} saw the lights of {h.his} house.]
[{m} was waiting at the door.|"Where have you been?" asked {m}.|At home, {m} hugged {h} for a long time.] ["{f} helped me," said {h}.|{m} gave {f} a bowl of {foods_mass}.|] {@end}
""",
    "hungry_guest": """
{@open}
[One cold {times}, there was a knock at the door.|It was a {weather} night when {h} heard a knock.|There was a storm outside, and {h} was sitting in the {rooms}.] [{h} opened the door. There was a {x:small_animals.full}.|"Who is there?" asked {h}. It was a {x:small_animals.full}.|When {h} opened the door, {h.he} saw a {x:small_animals.full}.] ["I am cold and hungry," said the {x}.|"May I come in?" asked the {x}.|The {x} was wet and did not say a word.]
["Come in," said {h}.|{h} did not have much, but {h.he} let the {x} in.|At first, {h} was not sure. But the {x} looked so {sad}.] {h} gave the {x} [some {foods_mass}|a warm {clothes}|a cup of {drinks}|a bed near the fire]. [The {x} ate everything.|The {x} fell asleep at once.|"Thank you," said the {x}. "I will never forget this."]
[In the morning, the {x} was gone, but there was a {y:treasures.full} on the table.|The next day, the sun was {sun_states}, and the {x} went home.|The {x} stayed with {h} for {numbers} days.|Years later, when {h} was in trouble, the {x} came back and helped {h.him}.] [{@end}|{@moral}]
""",
    "quarrel_fable": """
{@open}
["I am the best," said {h}, "because I can {x:skills}."|{h} always said, "Nobody is as {characters} as I am."|One day, {h} and {f} asked who was more important.] ["That is not true," said {f}. "I can {y:skills}, and you cannot."|"But can you {y:skills}?" asked {f}.|{f} laughed. "You cannot even {y:skills}," {f.he} said.] [They talked and talked, but they did not agree.|So they went to {g} and asked.|They were so loud that everyone came out to look.]
[{g} pointed to the {sizes} tree and said, "Bring me {numbers} {fruits} from the top."|"Whoever brings me a {z:treasures.full} first is right," said {g}.|"Cross the river and bring me a {z:finds.full}," said {g}.] [{h} tried it alone, but {h.he} could not. {f} tried it alone, but {f.he} could not, either.|{h} could not reach it. {f} was not strong enough.|It was too hard for one.] Then {f} [stood on {h}'s back|held {h.his} hand|showed {h} the way], and together they [did it|got it|brought it back].
["Now, who is the best?" asked {g}. They looked at each other and laughed.|{g} smiled. "You see," {g.he} said, "you need each other."|"We are best together," said {h}.] [{h} learned that working together makes hard things easy.|{h} learned that everyone is good at something.|{@moral}]
""",
    "pet": """
{@open}
[{h} wanted a pet more than anything.|"Can I have a {x:pets}?" asked {h}. "Who will take care of it?" asked {m}.] ["I will," said {h}. "I will feed it every day."|{m} said no.|{h} asked every day for {numbers} weeks.] [One {times}, {m} came home with a {c:containers}. {h} opened the {c} and found a {x:pets.full}.|Then {h} saw a {x:pets.full} {hiding_places}. It had no home.|On {h.his} birthday, {h} got a {x:pets.full}.]
["I will call you {y:animal_names}," said {h}.|{h} named the {x} {y:animal_names}.] {y} was [very |]{characters} and [liked to sleep {hiding_places}|ate {foods_mass}|loved to play with a {toys}|was afraid of {fears}]. [But {y} was not easy.|At first, everything was fun.|One day, {y} ran away.] [{y} broke a {treasures} and ate {h.his} {foods}.|{h} looked {hiding_places} and {hiding_places}, and at last {h.he} found {y} {hiding_places}.|It rained, but {y} had to go out.|{h} forgot to give {y} water, and {y} was {sad}.]
["I have to take better care of you," said {h}.|"A pet is not a toy," said {m}.|{h} hugged {y}. "You are my best friend," {h.he} said.] [From that day on, {h} never forgot it again.|Now {h} and {y} are always together.|{@end}]
""",
    "morning": """
{@open}
[The sun was {morning_sun} when {h} [woke up|opened {h.his} eyes|got out of bed].|{h} woke up because {h.he} heard {v}.|It was still dark when {h} got up.] [{h} put on a {clothes.full} and a {clothes}.|{h} washed {h.his} face and brushed {h.his} teeth.|{h} ran to the {rooms}.] For breakfast, there was {foods_mass} with {foods_mass}[, and a cup of {drinks}|].
["What will you do today?" asked {m}. "I will {activities}," said {h}.|"Today is {@weekday}," said {m}. "Do you know what that means?" "Yes!" said {h}. "Today we go to {places}!"|"Do not forget your {treasures}," said {m}.] [{h} took {h.his} {toys} and went to {places}.|Then {h} met {f} near the {outdoors}.|But {h} could not find {h.his} {x:clothes}. It was {hiding_places}.]
[In the afternoon, they {@past_play}.|At noon, {h} and {f} ate {foods_mass} under a tree.|All day long, {h} and {f} {@past_play}.] [In the evening, {h} was tired but {happy}.|When the sun was {sun_states}, {h} went home.|"What a day!" said {h}.] [{@end}|]
""",
    "fishing": """
{@open}
{h} and {f} [went to the river to catch fish|sat by the pond|took a small boat out on the lake]. [It was {weather} and very quiet.|{@weather_now}] [They waited and waited, but nothing happened.|"You must be quiet," said {f}, "or they will hear us."|"How long do we have to wait?" asked {h}.]
[Suddenly, {h} felt something heavy. {h.he} pulled and pulled. It was not a fish. It was a {x:finds.full}!|At last, {h} caught something. It was an old {clothes} with a {x:treasures.full} inside.|Then the water moved, and a big fish looked out. "Please let me go," said the fish, "and I will give you a {x:treasures.full}."]
["What is that?" asked {f}, and they both laughed.|"Whose {x} is it?" asked {f}.|{h} could not believe {h.his} eyes.] [They took the {x} home and showed it to {m}.|{h} dried the {x} in the sun.|{h} gave the {x} to {f}, because {f.he} had never had one.] [There was no fish for dinner, so they ate {foods_mass}.|"Tomorrow we will try again," said {h}.|] {@end}
""",
}  # fmt: skip

RULES: dict[str, list[str]] = {
    "direction": ["the garden", "the roof", "the kitchen", "under the bed", "the woods", "the cellar", "behind the door", "the barn"],
    "bush": ["a bush", "a rock", "the fence", "the door", "a tree"],
    "rain_wish": ["I hope it rains again tomorrow!", "Without rain, there is no rainbow!", "Rain is not so bad!"],
    "cross": ["I will carry you", "You can use my boat", "Let us build a raft"],
    "weekday": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "past_play": ["played with a {toys}", "climbed trees", "looked for {fruits}", "swam in the lake", "told stories", "flew kites", "built a {@built}", "painted pictures", "ran through the {outdoors}", "counted the clouds"],
}  # fmt: skip

/** A text of each kind, by `training/`, held out from the training of story-1m and of the adapters. */
import type { Probes } from "./view";

export const probes: Probes = {
  story:
    'Once upon a time, there was a very careful boy named Tom. Tom saw a farmer near the meadow. The farmer looked unhappy. "What is wrong?" Tom asked. "My drawer is too heavy," said the farmer. "I will go with you," said Tom. It took all afternoon. When they came to her house, the farmer gave Tom a purple pearl. Tom did not want anything, but the farmer put the pearl in his hand. From that day on, Tom and the goat were best friends.',
  pirate:
    "Th' sun was still asleep when Will walked to th' river.\nIt was Tom's birthday, an' Will wanted to give him something. \"What does Tom like?\" Will asked Grandpa.\nWill wondered what to do. He made a big bell out o' wood. It took two hours.\nWill ran to Tom with th' gift. Tom looked at th' gift. \"Oh, Will, I love th' bell,\" Tom said.\nTom put th' bell under th' table an' looked at it every day. An' that be how Will learned to be honest.",
  telegram:
    "ONCE UPON TIME THERE LITTLE SHEEP NAMED BISCUIT STOP HE LIVED IN BIG CITY STOP IT BISCUIT'S BIRTHDAY STOP BUT NOBODY SAID ANYTHING STOP WOLF SAID I HAVE NO TIME TODAY STOP WHEN BISCUIT CAME HOME IT DARK AND QUIET STOP HAPPY BIRTHDAY STOP THEY ALL SHOUTED STOP THERE CAKE WITH TWO CANDLES AND PURPLE BALLOONS STOP BISCUIT OPENED SUITCASE AND FOUND BEAUTIFUL BALL INSIDE STOP BALL STOP THANK YOU STOP SAID BISCUIT STOP FROM DAY ON BISCUIT AND WOLF BEST FRIENDS STOP",
  sorting:
    "Sort: 3 2 1 9 8 7 1 -> 1 1 2 3 7 8 9\nSort: 1 0 5 -> 0 1 5\nSort: 7 2 2 2 6 2 2 -> 2 2 2 2 2 6 7\nSort: 5 9 7 1 5 -> 1 5 5 7 9",
};

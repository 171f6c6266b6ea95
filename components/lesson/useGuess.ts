import { useEffect, useState } from "react";
import { announce, lessonAt } from "@/lib/progress/events";
import { type Guess, type Prediction, readPrediction, savePrediction } from "@/lib/progress/predictions";
import { isDue } from "@/lib/progress/review";

/** The remembered guess of a question, and the one to be made now. */
export function useGuess(id: string) {
  const [live, setLive] = useState(false);
  /** What stands under the question. */
  const [made, setMade] = useState<Prediction>();
  /** The guess before that one, held back until a new one is made. */
  const [before, setBefore] = useState<Prediction>();
  const [due, setDue] = useState(false);

  useEffect(() => {
    let here = true;
    void readPrediction(id).then((kept) => {
      if (!here) return;
      const asksAgain = kept !== undefined && isDue(kept, Date.now());
      setDue(asksAgain);
      if (asksAgain) setBefore(kept);
      else setMade(kept);
      setLive(true);
    });
    return () => {
      here = false;
    };
  }, [id]);

  const take = async (guess: Guess) => {
    setMade(await savePrediction(id, guess));
    setDue(false);
    announce({
      kind: "prediction",
      lesson: lessonAt(window.location.pathname),
      id,
      right: guess.right,
      said: guess.said,
    });
  };
  const again = () => {
    setBefore(made);
    setMade(undefined);
  };
  return { live, made, before, due, take, again };
}

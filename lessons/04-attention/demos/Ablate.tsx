"use client";

import { SwitchGrid } from "@/components/controls/SwitchGrid";
import { TextBox } from "@/components/controls/TextBox";
import { useControls } from "@/components/controls/useControls";
import { LiveStatus } from "@/components/model/LiveStatus";
import { useLive } from "@/components/model/useLive";
import { MirrorBars } from "@/components/plot/MirrorBars";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { useSettled } from "@/components/ui/useSettled";
import { axisEnd } from "@/lib/plot/scale";
import { ablate as description, fromLine, toLine } from "../controls";
import { stringsFor } from "../strings";
import { type DamageView, type HeadAddress, readDamage } from "../view";
import styles from "./Ablate.module.css";
import { Ranking } from "./Ranking";
import { type Trial, useTrial } from "./useTrial";

interface AblateProps {
  text: string;
  /** Name of the model. */
  on: string;
  prebuilt: DamageView;
  prebuiltTrial: Trial;
  id?: string;
  locale?: string;
}

const sizes = [0, 1, 2, 3];
const keyOf = ({ text, off }: { text: string; off: HeadAddress[] }) => `${toLine(off)}\n${text}`;
const same = (a: HeadAddress, b: HeadAddress) => a[0] === b[0] && a[1] === b[1];

/** How much each head was missed when it was off alone, `[L][H]`. */
const missedBy = ({ each }: Trial) =>
  sizes.map((layer) => sizes.map((head) => each.find((one) => same(one.head, [layer, head]))?.divergence));

/** Heads turned off one by one: what the model then predicts, and which head it misses most. */
export function Ablate({ text: first, on, prebuilt, prebuiltTrial, id, locale }: AblateProps) {
  const words = stringsFor(locale ?? "en");
  const bound = useControls(description, { id, opening: { text: first } });
  const { text } = bound.values;
  const off = fromLine(bound.values.off);
  const locked = bound.rules.locked.includes("off");
  const live = useLive(on, keyOf({ text, off }), { key: keyOf(prebuilt), view: prebuilt }, (signal, model) =>
    readDamage(signal, model, text, off),
  );
  const work = useTrial(prebuiltTrial);
  const { view, stale, handle } = live;
  const change = live.asking((next: HeadAddress[]) => bound.set({ off: toLine(next) }));
  const toggle = (head: HeadAddress) =>
    change(off.some((one) => same(one, head)) ? off.filter((one) => !same(one, head)) : [...off, head]);
  const sentence =
    words.ablate.summary(view.off.length, view.divergence, view.loss) +
    (view.off.length > 0 && view.loss.after < view.loss.before ? ` ${words.ablate.better}` : "");
  const settled = useSettled(sentence);
  const end = axisEnd(Math.max(...view.rows.flatMap(({ before, after }) => [before, after])));

  return (
    <Instrument
      id={id ?? description.id}
      bound={bound}
      title={words.ablate.title}
      provenance={live.provenance}
      status={<LiveStatus live={live} words={words.status} brief />}
      data={{
        "data-state": live.state,
        "data-text": view.text,
        "data-off": toLine(view.off),
        "data-trial": work.trial.status,
      }}
    >
      <div ref={live.ref} className={styles.plate}>
        <div className={styles.text}>
          <TextBox
            name="text"
            label={words.text.label}
            value={text}
            note={stale ? words.stale[stale] : words.text.note(view.tokens)}
            warn={stale !== undefined}
            error={live.error}
            onChange={live.asking((value) => bound.set({ text: value }))}
          />
        </div>
        <div className={styles.side}>
          <SwitchGrid
            name="off"
            legend={words.ablate.heads}
            off={off}
            missed={missedBy(work.trial)}
            rowName={words.ablate.layer}
            label={words.ablate.head}
            onToggle={toggle}
          />
          <div className={demoStyles.buttons}>
            <Button onClick={() => change([])} disabled={locked || off.length === 0}>
              {words.ablate.allOn}
            </Button>
            {sizes.map((layer) => {
              const others = off.filter((head) => head[0] !== layer);
              const silent = off.length - others.length === 4;
              return (
                <Button
                  key={layer}
                  disabled={locked}
                  onClick={() =>
                    change(silent ? others : [...others, ...sizes.map((head) => [layer, head] as const)])
                  }
                >
                  {words.ablate.wholeLayer(layer, silent)}
                </Button>
              );
            })}
          </div>
        </div>
        <div className={stale ? demoStyles.stale : ""}>
          <MirrorBars
            label={words.ablate.bars}
            names={words.ablate.names}
            rows={view.rows.map(({ id: token, text: name, before, after }, i) => ({
              rank: i + 1,
              id: token,
              text: name,
              special: token === 0 ? words.end : undefined,
              sides: [{ value: before }, { value: after }] as const,
            }))}
            rest={{ words: words.ablate.rest, values: [view.rest.before, view.rest.after] }}
            end={end}
          />
          <p className={`${demoStyles.sentence} ${styles.sentence}`}>{sentence}</p>
        </div>
        <div className={styles.ranking}>
          <Ranking
            work={work}
            text={text}
            ready={live.model !== undefined}
            words={words}
            onStart={() => (live.model ? work.start(live.model, text) : handle.load())}
          />
        </div>
      </div>
      <p className="visually-hidden" aria-live="polite">
        {settled}
      </p>
    </Instrument>
  );
}

"use client";

import type { CSSProperties } from "react";
import { Choice } from "@/components/controls/Choice";
import { TextBox } from "@/components/controls/TextBox";
import { useControls } from "@/components/controls/useControls";
import { LiveStatus } from "@/components/model/LiveStatus";
import { useLive } from "@/components/model/useLive";
import { TokenTile } from "@/components/plot/TokenTile";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { useSettled } from "@/components/ui/useSettled";
import { likes as demo } from "../controls";
import { byKind, type Kind, kindNames } from "../kinds";
import type { Figures } from "../measure/figures";
import { models } from "../presets";
import { extremes, stringsFor } from "../strings";
import { loadsOf, type RoutesView, readRoutes } from "../view";
import styles from "./Likes.module.css";

interface LikesProps {
  figures: Pick<Figures, "loads" | "load" | "likes">;
  /** The reader's own text, as the instrument opens. */
  prebuilt: RoutesView;
  id?: string;
  locale?: string;
}

/** Where the experts' choices fall, by kind of text, and in a text of the reader's. */
export function Likes({ figures, prebuilt, id, locale = "en" }: LikesProps) {
  const words = stringsFor(locale);
  const bound = useControls(demo, { id });
  const { values, set } = bound;
  const [layer, expert, text] = [Number(values.layer), Number(values.expert), values["own-text"]];
  const live = useLive(models.moe, text, { key: prebuilt.text, view: prebuilt }, (signal, model) =>
    readRoutes(signal, model, text),
  );
  const { view, stale } = live;
  const own = loadsOf(view)[layer];
  const ofExpert = byKind((kind) => figures.loads[layer][kind][expert]);
  const sentence = `${words.likes.summary(layer, expert, ...extremes(ofExpert), figures.load[layer][expert])} ${words.likes.ownSays(own[expert])}`;
  const settled = useSettled(sentence);
  const rows: { name: string; shares: number[]; kind: Kind | "all" | "own" }[] = [
    ...kindNames.map((kind) => ({ name: words.kinds[kind], shares: figures.loads[layer][kind], kind })),
    { name: words.likes.all, shares: figures.load[layer], kind: "all" },
    { name: words.likes.own, shares: own, kind: "own" },
  ];
  const liked = figures.likes[layer][expert];
  return (
    <Instrument
      id={id ?? demo.id}
      bound={bound}
      title={words.likes.title}
      provenance={live.provenance}
      status={<LiveStatus live={live} words={words.status} note={words.status.kept} />}
      data={{ "data-state": live.state, "data-layer": layer, "data-expert": expert, "data-text": view.text }}
    >
      <div ref={live.ref} className={demoStyles.plate}>
        {(["layer", "expert"] as const).map((name) => (
          <Choice
            key={name}
            legend={words.likes[name]}
            name={name}
            value={values[name] as keyof (typeof demo.controls)[typeof name]["options"] & string}
            options={demo.controls[name].options}
            onChange={(value) => set({ [name]: value })}
            look="switch"
          />
        ))}
        <div className={demoStyles.plate}>
          <p className={demoStyles.subhead}>{words.likes.caption(layer)}</p>
          <table className={styles.grid}>
            <thead>
              <tr>
                <th scope="col">{words.likes.kind}</th>
                {own.map((_, e) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its expert.
                  <th key={e} scope="col" data-chosen={e === expert || undefined}>
                    <span className="visually-hidden">{words.likes.expert} </span>
                    {e}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, shares, kind }) => (
                <tr
                  key={kind}
                  className={kind === "own" && stale ? demoStyles.stale : undefined}
                  data-row={kind}
                >
                  <th scope="row">{name}</th>
                  {shares.map((part, e) => (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: a column is its expert.
                      key={e}
                      data-chosen={e === expert || undefined}
                      style={{ "--t": Math.min(1, 2 * part) } as CSSProperties}
                    >
                      {words.share(part)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <TextBox
          name="own-text"
          label={words.likes.text}
          value={text}
          note={stale ? words.stale[stale] : words.text.note(view.pieces.length - 1)}
          warn={stale !== undefined}
          error={live.error}
          onChange={live.asking((value) => set({ "own-text": value }))}
        />
        <p className={demoStyles.sentence}>{sentence}</p>
        <div className={demoStyles.plate}>
          <p className={demoStyles.subhead}>{words.likes.tokens(layer, expert)}</p>
          <ul className={styles.tokens}>
            {liked.map(({ text: token, share, count }) => (
              <li
                key={token}
                title={words.likes.token(token || words.start, share, count)}
                style={{ "--t": share } as CSSProperties}
              >
                <TokenTile text={token} special={token === "" ? words.start : undefined} tinted />
                {words.share(share)}
                <span className="visually-hidden"> {words.likes.columns.of(count)}</span>
              </li>
            ))}
          </ul>
        </div>
        <p className="visually-hidden" aria-live="polite">
          {live.by ? settled : ""}
        </p>
      </div>
    </Instrument>
  );
}

"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Instrument } from "@/components/ui/Instrument";
import { change, oddities, withWidth } from "../adjust";
import { type Config, count, parts, ruleOfThumb } from "../count";
import { type PresetName, presetOf } from "../presets";
import { stringsFor } from "../strings";
import styles from "./Demo.module.css";
import { DesignControls } from "./DesignControls";
import { PartReadout } from "./PartReadout";
import { PartsMap } from "./PartsMap";
import { PartsTable } from "./PartsTable";
import { toRows } from "./part-rows";
import { Sentence } from "./Sentence";
import { useReady } from "./useReady";
import { Yardstick } from "./Yardstick";

interface Design {
  preset: PresetName;
  /** As the reader last left everything but the width. */
  base: Config;
  width: number;
}

const begin = (preset: PresetName): Design => {
  const { config } = presetOf(preset);
  return { preset, base: config, width: config.width };
};

/** The exact count of any decoder-only Transformer, beside 12·L·H². */
export function Calculator({ id = "calculator", locale = "en" }: { id?: string; locale?: string }) {
  const words = stringsFor(locale);
  const [design, setDesign] = useState(() => begin("gpt2"));
  const [active, setActive] = useState(0);
  const [tabular, setTabular] = useState(false);
  const config = withWidth(design.base, design.width);
  const { total, active: used } = count(config);
  const rule = ruleOfThumb(config);
  const rows = toRows(config);
  const preset = presetOf(design.preset);
  const own = parts.some((part) => count(config, [part]).total !== count(preset.config, [part]).total);
  const row = rows[Math.min(active, rows.length - 1)];
  const exact = preset.published.total === count(preset.config).total;
  return (
    <Instrument
      id={id}
      title={words.calculator.title}
      provenance={own ? "simulated" : "reference"}
      status={own ? words.calculator.own : words.calculator.published(preset.published.total, exact)}
      data={{ "data-state": useReady(), "data-model": own ? "own" : design.preset, "data-total": total }}
      controls={
        <DesignControls
          config={config}
          initial={preset.config}
          preset={design.preset}
          own={own}
          words={words}
          onPreset={(name) => setDesign(begin(name))}
          onWidth={(width) => setDesign({ ...design, width: Math.round(width) })}
          onChange={(by) => setDesign({ ...design, base: change(config, by), width: config.width })}
        />
      }
    >
      <div className={styles.plate}>
        <Yardstick total={total} used={used} rule={rule} words={words} />
        {tabular ? (
          <PartsTable rows={rows} total={total} used={used} words={words} />
        ) : (
          <>
            <PartsMap
              config={config}
              rows={rows}
              total={total}
              active={row.part}
              onActive={setActive}
              words={words}
            />
            <PartReadout row={row} total={total} words={words} />
          </>
        )}
        <div>
          <Button onClick={() => setTabular(!tabular)}>
            {tabular ? words.calculator.asMap : words.calculator.asTable}
          </Button>
        </div>
        <Sentence>{words.calculator.sentence(config, total, used, rule)}</Sentence>
        {config.tied && <p className={styles.hint}>{words.calculator.tiedNote}</p>}
        {oddities(config).map((oddity) => (
          <p key={oddity} className={styles.warning}>
            {words.calculator.oddities[oddity]}
          </p>
        ))}
      </div>
    </Instrument>
  );
}

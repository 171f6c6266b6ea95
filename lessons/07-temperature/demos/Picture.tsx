"use client";

import { type ComponentProps, useDeferredValue, useMemo, useState } from "react";
import { DistributionBars } from "@/components/plot/DistributionBars";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { usePaced } from "@/components/ui/usePaced";
import type { LessonStrings } from "../strings";
import { toBars } from "./bars";
import { Caption } from "./Caption";
import { ExactValues } from "./ExactValues";
import { Legend } from "./Legend";
import styles from "./Picture.module.css";
import { ProbabilityTable } from "./ProbabilityTable";
import type { Demo } from "./useDemo";
import type { Sampled } from "./useSampled";

interface PictureProps {
  demo: Demo;
  sampled: Sampled;
  words: LessonStrings;
}

/** The next-token distribution before and after the filters, as bars or as a table. */
export function Picture({ demo, sampled, words }: PictureProps) {
  const [active, setActive] = useState(0);
  const [asTable, setAsTable] = useState(false);
  const { vocabulary } = demo.prediction;
  const { summary } = sampled;
  const { rows, bars, rest, end } = useMemo(
    () => toBars(sampled, vocabulary, words),
    [sampled, vocabulary, words],
  );
  return (
    <div className={styles.picture}>
      <div className={styles.head}>
        <Caption demo={demo} words={words} />
        <Button onClick={() => setAsTable(!asTable)}>
          {asTable ? words.sampler.asBars : words.sampler.asTable}
        </Button>
      </div>
      <div className={demo.stale && demoStyles.stale}>
        {asTable ? (
          <Table sampled={sampled} vocabulary={vocabulary} words={words} />
        ) : (
          <>
            <Legend words={words} />
            <DistributionBars
              label={words.sampler.distribution}
              bars={bars}
              rest={rest}
              end={end}
              cut={
                summary.cutBy && summary.kept < rows.length
                  ? { after: summary.kept, word: words.sampler.cut }
                  : undefined
              }
              active={active}
              onActive={setActive}
            />
            <Exact row={rows[active]} vocabulary={vocabulary} words={words} />
          </>
        )}
      </div>
    </div>
  );
}

/** Follows a moving slider at a pace: nobody reads digits that run. */
function Exact({ row, ...props }: ComponentProps<typeof ExactValues>) {
  return <ExactValues {...props} row={usePaced(row)} />;
}

/** Follows a moving slider in the next free moment: it may hold the whole vocabulary. */
function Table(props: ComponentProps<typeof ProbabilityTable>) {
  return <ProbabilityTable {...props} sampled={useDeferredValue(props.sampled)} />;
}

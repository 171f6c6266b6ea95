import type { ReactNode } from "react";
import { ControlRules } from "@/components/controls/ControlRules";
import { noRules, type Rules } from "@/lib/controls/rules";
import { Address } from "./Address";
import styles from "./Instrument.module.css";

/** Where a figure comes from. Every instrument wears exactly one of these. */
export type Provenance = "measured" | "reference" | "simulated";

const provenanceText: Record<Provenance, string> = {
  measured: "measured here",
  reference: "reference",
  simulated: "simulated",
};

export interface InstrumentProps {
  /** Anchor of this instrument, and `data-demo`. */
  id: string;
  /** A question the reader can answer with it. */
  title: string;
  controls?: ReactNode;
  children: ReactNode;
  /** What was computed, where, how long it took. */
  status?: ReactNode;
  provenance?: Provenance;
  /** What `useControls` returned: the title becomes the address of this state, and rules reach the controls. */
  bound?: { fragment: string; rules: Rules };
  /** Attributes for tests and links, e.g. `data-state`. */
  data?: Record<`data-${string}`, string | number | undefined>;
}

/** The plate of glass every live thing lies under: question, controls, picture, status line. */
export function Instrument(props: InstrumentProps) {
  const { id, title, controls, children, status, provenance, bound, data } = props;
  return (
    <section id={id} data-demo={id} aria-labelledby={`${id}-title`} className={styles.instrument} {...data}>
      <h3 id={`${id}-title`} className={styles.title}>
        <Address fragment={bound?.fragment ?? id}>{title}</Address>
      </h3>
      <ControlRules rules={bound?.rules ?? noRules}>
        <div className={controls ? styles.split : undefined}>
          {controls && <div className={styles.controls}>{controls}</div>}
          <div className={styles.picture}>{children}</div>
        </div>
      </ControlRules>
      {(status || provenance) && (
        <p className={styles.status}>
          {provenance && <Label kind={provenance} />}
          <span>{status}</span>
        </p>
      )}
    </section>
  );
}

/** The small stamp that says where a figure comes from. */
export function Label({ kind }: { kind: Provenance }) {
  return (
    <span className={styles.label} data-provenance={kind}>
      {provenanceText[kind]}
    </span>
  );
}

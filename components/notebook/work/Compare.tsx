"use client";

import { useEffect, useState } from "react";
import type { compareCode } from "@/lib/notebook/compare-code";
import { ScrollingCode } from "../CodeView";
import styles from "./Compare.module.css";

interface Version {
  name: string;
  code: string;
}

type Compared = ReturnType<typeof compareCode>;

/** Two versions side by side, or one below the other where there is no room; lines that differ are marked. */
export function Compare({ left, right }: { left: Version; right: Version }) {
  const compared = useCompared(left.code, right.code);
  return (
    <div className={styles.versions}>
      <Side {...left} changed={compared?.left} mark="−" />
      <Side {...right} changed={compared?.right} mark="+" />
    </div>
  );
}

function Side({ name, code, changed, mark }: Version & { changed?: boolean[]; mark: "+" | "−" }) {
  return (
    <figure className={styles.version}>
      <figcaption>{name}</figcaption>
      <ScrollingCode label={`Code: ${name}`} code={code} changed={changed} mark={mark} />
    </figure>
  );
}

function useCompared(left: string, right: string): Compared {
  const [known, setKnown] = useState<Compared>();
  useEffect(() => {
    let wanted = true;
    import("@/lib/notebook/compare-code").then(
      ({ compareCode }) => wanted && setKnown(compareCode(left, right)),
      // Both can be read without marks.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [left, right]);
  return known;
}

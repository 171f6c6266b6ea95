"use client";

import { Button } from "@/components/ui/Button";
import styles from "./LmsBar.module.css";
import type { AssignmentStrings } from "./strings";
import type { LmsState } from "./useLms";

/** Inside a learning platform: what it is told, and the button that hands in. Outside of one: nothing. */
export function LmsBar({ lms, words }: { lms: LmsState; words: AssignmentStrings }) {
  const { origin, connected, kept, left, handedIn } = lms;
  if (origin === undefined) return null;
  const host = origin.replace(/^https?:\/\//, "");
  return (
    <div className={styles.bar} data-lms={connected ? "connected" : "asking"}>
      <p role="status">
        {!connected && words.lms.ask(host)}
        {connected && !handedIn && words.lms.connected(host)}
        {handedIn && kept && words.lms.handedIn(host)}
        {connected && kept === false && ` ${words.lms.failed(host)}`}
        {left > 0 && ` ${words.lms.left(left)}`}
      </p>
      {connected ? (
        <Button variant="primary" onClick={lms.handIn}>
          {words.lms.handIn(host)}
        </Button>
      ) : (
        <Button variant="primary" onClick={lms.connect}>
          {words.lms.connect(host)}
        </Button>
      )}
    </div>
  );
}

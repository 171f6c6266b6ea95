"use client";

import dynamic from "next/dynamic";
import type { CellState } from "@/lib/notebook/notebook-state";
import { useKept, useWork } from "./WorkProvider";

const Versions = dynamic(() => import("./Versions").then((part) => part.Versions), { ssr: false });

/** Under a cell of which there is more than one version: the lesson's newer one, or another tab's. */
export function CellVersions({ cell: { id, code, author } }: { cell: CellState }) {
  const keeper = useWork()?.keeper;
  const kept = useKept(id);
  if (!keeper || !kept) return null;
  return (
    <>
      {kept.outdated && author !== undefined && (
        <Versions
          kind="outdated"
          mine={code}
          other={author}
          otherName="The lesson’s, new"
          words={{ mine: "Keep mine", other: "Take the new one", both: "Keep both" }}
          onChoose={(choice) => keeper.chooseAuthor(id, choice)}
        >
          The lesson’s version of this code has changed since your edit. You see yours.
        </Versions>
      )}
      {kept.others.length > 0 && (
        <Versions
          kind="tab"
          mine={code}
          other={kept.others[0]}
          otherName="The other version"
          words={{ mine: "Keep this one", other: "Take the other", both: "Keep both" }}
          onChoose={(choice) => keeper.chooseOther(id, choice)}
        >
          You have another version of this cell, from another tab or an earlier visit. You see the last one
          written.
        </Versions>
      )}
    </>
  );
}

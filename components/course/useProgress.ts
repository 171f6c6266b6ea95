import { useEffect, useState } from "react";
import { watch } from "@/lib/progress/keeper";
import type { ProgressRecord } from "@/lib/progress/record";

/** All that is kept of what the reader did, also as other tabs change it; undefined until it has been read. */
export function useProgress(): ProgressRecord[] | undefined {
  const [records, setRecords] = useState<ProgressRecord[]>();
  useEffect(() => {
    const controller = new AbortController();
    void watch(controller.signal, setRecords);
    return () => controller.abort();
  }, []);
  return records;
}

"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/Button";
import { download } from "@/lib/assignment/download";
import type { AssignmentStrings } from "../strings";
import styles from "./QrCode.module.css";

/** Largest text that a QR code of the least error correction holds, in bytes. */
const LARGEST = 2_953;

interface QrCodeProps {
  url: string;
  title: string;
  words: AssignmentStrings;
  /** Only the picture. */
  bare?: boolean;
}

/** The link for a camera. */
export function QrCode({ url, title, words, bare }: QrCodeProps) {
  const svg = useQrCode(url);
  if (url.length > LARGEST) return <p className={styles.note}>{words.compose.qrTooLarge}</p>;
  if (!svg) return null;
  const picture = (
    // biome-ignore lint/performance/noImgElement: made here, not loaded.
    <img
      className={styles.code}
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      alt={`${words.compose.qr}: ${title}`}
    />
  );
  if (bare) return picture;
  return (
    <details className={styles.qr}>
      <summary>{words.compose.qr}</summary>
      {picture}
      <Button onClick={() => download("assignment-qr.svg", svg, "image/svg+xml")}>
        {words.compose.qrFile}
      </Button>
    </details>
  );
}

function useQrCode(url: string): string | undefined {
  const [svg, setSvg] = useState<string>();
  useEffect(() => {
    let here = true;
    if (url.length > LARGEST) return;
    import("uqr").then(
      ({ renderSVG }) => here && setSvg(renderSVG(url, { ecc: "L", border: 4 })),
      (error: unknown) => console.error("The QR code could not be drawn.", error),
    );
    return () => {
      here = false;
    };
  }, [url]);
  return svg;
}

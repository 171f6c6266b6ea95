"use client";

import { Button } from "@/components/ui/Button";
import { withBase } from "@/lib/base";
import { runtimeBytes } from "@/lib/model/place";
import type { Device, Place } from "@/lib/model/protocol";
import styles from "./ModelStatus.module.css";
import type { ModelHandle } from "./types";

const deviceNames: Record<Device, string> = { wasm: "WASM", webgpu: "WebGPU" };
const places: readonly Place[] = ["auto", "wasm", "webgpu", "onnx-wasm", "onnx-webgpu"];
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

/** Where the model stands: asked for, on its way, running (and on what), or failed (and what to do). */
export function ModelStatus({ handle }: { handle: ModelHandle }) {
  const { state } = handle;
  if (state.status === "idle")
    return (
      <span className={styles.status}>
        The model is not loaded yet. <Button onClick={handle.load}>Load it</Button>
      </span>
    );
  if (state.status === "loading")
    return (
      <span className={styles.status}>
        <progress
          className={styles.bar}
          value={state.loaded}
          max={state.total || 1}
          aria-label="Model download"
        />
        {state.total ? `${megabytes(state.loaded)} of ${megabytes(state.total)}` : "Asking for the model…"}
      </span>
    );
  if (state.status === "failed")
    return (
      <span className={styles.failed} role="alert">
        {state.error.message} <ModelsLink>Models</ModelsLink>{" "}
        <Button onClick={handle.retry}>Try again</Button>{" "}
        {handle.place !== "auto" && <Button onClick={() => handle.choosePlace("auto")}>Choose for me</Button>}
      </span>
    );
  return (
    <span className={styles.status} data-device={state.model.device} data-engine={state.model.engine}>
      {state.model.changed && <strong className={styles.changed}>Runs your forward pass, in a cell.</strong>}
      <span>
        {state.model.name}, {state.model.parameters.toLocaleString("en-US")} parameters
      </span>
      <label className={styles.device}>
        on{" "}
        <select
          name="device"
          value={handle.place}
          onChange={(event) => handle.choosePlace(event.target.value as Place)}
        >
          {places.map((place) => (
            <option key={place} value={place}>
              {nameOf(place, state.model.device)}
            </option>
          ))}
        </select>
      </label>
      <span className={styles.reason}>{state.model.deviceReason}</span>
      {state.model.storageFull ? (
        <span className={styles.full}>
          This browser's storage is full: the next visit fetches the model again.{" "}
          <ModelsLink>Make room</ModelsLink>
        </span>
      ) : (
        <ModelsLink about={state.model.name}>About it</ModelsLink>
      )}
    </span>
  );
}

/** A place, and what has to be fetched for it first; `now` is where the model runs. */
function nameOf(place: Place, now: Device): string {
  if (place === "auto") return `${deviceNames[now]} (chosen for you)`;
  if (place === "wasm" || place === "webgpu") return deviceNames[place];
  const device = place === "onnx-wasm" ? "wasm" : "webgpu";
  return `ONNX Runtime, ${deviceNames[device]} (${Math.round(runtimeBytes(place) / 1e6)} MB more)`;
}

/** To the page about models. Shown only where a model was asked for, so there is a document. */
function ModelsLink({ about, children }: { about?: string; children: string }) {
  const page = withBase(`/${document.documentElement.lang || "en"}/models/`);
  const framed = window.top !== window;
  return (
    <a href={about ? `${page}#${about}` : page} target={framed ? "_blank" : undefined} rel="noopener">
      {children}
    </a>
  );
}

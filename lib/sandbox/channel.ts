import { sandboxDocument } from "./bootstrap";
import { SandboxError } from "./errors";
import type { FrameStart } from "./frame";
import broker from "./generated/broker";
import kernel from "./generated/kernel";
import { limits } from "./limits";
import { type FromBroker, fromBroker, type ToBroker } from "./protocol";

/** A line to a broker in a sandboxed frame. */
export interface Channel {
  send(message: ToBroker): void;
  /** Takes the frame down, and with it the broker and every kernel. */
  close(): void;
}

export interface ChannelEvents {
  onMessage(message: FromBroker): void;
  /** The broker is gone without being asked. */
  onLost(): void;
}

/**
 * Opens the frame and waits for its broker. The page listens on a private port only, never on `window`, so
 * nothing in the frame can speak to it but the broker. Fails with `unsupported` if no broker answers.
 */
export async function openChannel(events: ChannelEvents): Promise<Channel> {
  const channel = (await tryOpen(events, limits.start)) ?? (await tryOpen(events, limits.secondStart));
  if (channel) return channel;
  throw new SandboxError(
    "unsupported",
    "Running code is not supported here: this browser starts no worker in a sandboxed frame. The code and the outputs above still stand; another browser will run them.",
  );
}

async function tryOpen(events: ChannelEvents, limit: number): Promise<Channel | undefined> {
  const frame = createFrame();
  const { port1: port, port2 } = new MessageChannel();
  const close = () => {
    port.close();
    frame.remove();
  };
  const ready = new Promise<boolean>((resolve) => {
    setTimeout(resolve, limit, false);
    port.onmessage = ({ data }) => {
      const message = fromBroker.parse(data);
      if (message.type === "ready") resolve(true);
      else events.onMessage(message);
    };
  });
  port.addEventListener("close", () => events.onLost());
  frame.addEventListener(
    "load",
    () => frame.contentWindow?.postMessage({ broker, kernel } satisfies FrameStart, "*", [port2]),
    { once: true },
  );
  document.body.append(frame);
  if (await ready) return { send: (message) => port.postMessage(message), close };
  close();
  return undefined;
}

function createFrame(): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.hidden = true;
  frame.tabIndex = -1;
  frame.title = "Sandbox for code cells";
  frame.dataset.sandbox = "";
  frame.srcdoc = sandboxDocument();
  return frame;
}

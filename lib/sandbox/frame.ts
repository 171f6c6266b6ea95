/**
 * The only script of the sandboxed frame: takes one message from the page, starts the broker, hands it the
 * page's port, and listens no more. No reader's code ever runs in the frame's document, which could leak
 * (preconnect, WebRTC) in ways no policy stops.
 */

/** What the page sends, with a port. */
export interface FrameStart {
  broker: string;
  kernel: string;
}

function start(event: MessageEvent<FrameStart>): void {
  const [port] = event.ports;
  if (event.source !== parent || !port) return;
  removeEventListener("message", start);
  const url = URL.createObjectURL(new Blob([event.data.broker], { type: "text/javascript" }));
  new Worker(url).postMessage({ kernel: event.data.kernel }, [port]);
}

addEventListener("message", start);

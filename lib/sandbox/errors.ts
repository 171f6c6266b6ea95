/** A run that ended without finishing, and why; the message is written for the reader. */
export class SandboxError extends Error {
  override readonly name = "SandboxError";

  constructor(
    /**
     * `unsupported`: no worker starts here. `timeout`: ran past the limit. `ended`: said too much or crashed.
     * `died`: the whole sandbox went silent.
     */
    readonly code: "unsupported" | "timeout" | "ended" | "died",
    message: string,
  ) {
    super(message);
  }
}

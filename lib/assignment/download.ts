/** Offers a file to the reader's disk. */
export function download(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Browsers take the address when the download starts, which may be after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

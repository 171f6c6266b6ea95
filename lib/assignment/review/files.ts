import { LARGEST_FILE, type Refused, type Source } from "./read";

/** Files of a download from a learning platform: thousands, but not more, and not larger than students' work is. */
const MOST_FILES = 5_000;
const LARGEST_ZIP = 64_000_000;

export interface ReadFiles {
  sources: Source[];
  refused: Refused[];
}

type Dropped = Pick<File, "name" | "size" | "text" | "arrayBuffer"> & { webkitRelativePath?: string };

/** Texts of files; of a zip archive, the texts in it. What is too large is named and left alone. */
export async function readFiles(files: readonly Dropped[]): Promise<ReadFiles> {
  const read: ReadFiles = { sources: [], refused: [] };
  for (const file of files.slice(0, MOST_FILES)) {
    const from = file.webkitRelativePath || file.name;
    if (/\.zip$/i.test(file.name)) await readZip(file, from, read);
    else if (file.size > LARGEST_FILE) read.refused.push(tooLarge(from, file.size));
    else read.sources.push({ from, text: await file.text() });
  }
  if (files.length > MOST_FILES)
    read.refused.push({
      from: `${files.length} files`,
      problem: "too-large",
      message: `Only the first ${MOST_FILES} files were read.`,
    });
  return read;
}

/** Sizes are those that the archive states; more than stated is never unpacked. */
async function readZip(file: Dropped, from: string, { sources, refused }: ReadFiles): Promise<void> {
  if (file.size > LARGEST_ZIP) {
    refused.push(tooLarge(from, file.size));
    return;
  }
  const { strFromU8, unzipSync } = await import("fflate");
  let room = LARGEST_ZIP;
  let count = 0;
  try {
    const entries = unzipSync(new Uint8Array(await file.arrayBuffer()), {
      filter: ({ name, originalSize }) => {
        if (name.endsWith("/")) return false;
        const fits = originalSize <= LARGEST_FILE && originalSize <= room && count < MOST_FILES;
        if (fits) {
          room -= originalSize;
          count++;
        } else refused.push(tooLarge(`${from}: ${name}`, originalSize));
        return fits;
      },
    });
    for (const [name, bytes] of Object.entries(entries)) sources.push({ from: name, text: strFromU8(bytes) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    refused.push({ from, problem: "foreign", message: `Not a whole zip archive: ${message}` });
  }
}

function tooLarge(from: string, size: number): Refused {
  return { from, problem: "too-large", message: `${size.toLocaleString("en-US")} bytes` };
}

/** Every file of what was dropped, folders included. */
export async function listDropped(items: DataTransferItemList): Promise<File[]> {
  // The list is gone after the first wait, so all entries are taken first.
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const files: File[] = [];
  for (const entry of entries) await collect(entry, files);
  return files;
}

async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (files.length > MOST_FILES) return;
  if (entry.isFile) {
    files.push(
      await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
    );
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives a hundred entries at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const one of some) await collect(one, files);
  }
}

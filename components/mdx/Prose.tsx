import { run } from "@mdx-js/mdx";
import type { MDXComponents } from "mdx/types";
import * as runtime from "react/jsx-runtime";

/** Renders compiled lesson text with the one vocabulary of tags it may use. Server only. */
export async function Prose({ code, components }: { code: string; components: MDXComponents }) {
  const { default: Text } = await run(code, { ...runtime, baseUrl: import.meta.url });
  return <Text components={components} />;
}

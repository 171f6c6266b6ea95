import type { NextConfig } from "next";

const config: NextConfig = {
  output: "export",
  // "" at a domain's root, "/glassbox" on a project page; `scripts/build.mjs` sets it.
  basePath: process.env.NEXT_PUBLIC_BASE_PATH || undefined,
  trailingSlash: true,
  images: { unoptimized: true },
  // Two root layouts (the bare address, the locales) leave no layout for a plain not-found page.
  experimental: { globalNotFound: true },
  // Compilers and the array engine run in Node while pages are rendered; bundling them only costs time.
  serverExternalPackages: [
    "@mdx-js/mdx",
    "mathjax-full",
    "rehype-mathjax",
    "shiki",
    "@jax-js/jax",
    "sucrase",
    "jsdom",
    "@observablehq/plot",
  ],
};

export default config;

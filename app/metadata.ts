import type { Metadata, Viewport } from "next";
import { BASE } from "@/lib/base";
import { en } from "@/lib/content/locales/en";

export const metadata: Metadata = {
  title: "Glassbox",
  description: en.pitch,
  icons: { icon: `${BASE}/icon.svg` },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf6ed" },
    { media: "(prefers-color-scheme: dark)", color: "#0c1218" },
  ],
};

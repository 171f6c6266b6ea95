import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  // The aliases are those of tsconfig.json: "@/…" and what cells import as "glassbox".
  resolve: { tsconfigPaths: true },
  test: {
    environment: "node",
    // Compiling a network takes a second or two, and much longer on a busy machine; no test is about time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ["**/*.test.{ts,tsx,mjs}"],
    exclude: [...configDefaults.exclude, "training/**", "out/**", ".next/**", "e2e/**"],
  },
});

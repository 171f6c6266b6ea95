import { createCssVariablesTheme } from "shiki/core";

/** Colors come from the page's design tokens, so that code follows day and night. */
export const codeTheme = createCssVariablesTheme({
  name: "glassbox",
  variablePrefix: "--shiki-",
  fontStyle: true,
});

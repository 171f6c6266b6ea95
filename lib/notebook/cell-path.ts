/** Path of a cell, as errors name it and as its imports start from. */
export function cellPath(id: string): string {
  return `cells/${id}.ts`;
}

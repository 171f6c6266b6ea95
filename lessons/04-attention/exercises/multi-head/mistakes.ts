import type { Mistake } from "glassbox/exercise";
import { columns, type Matrix, matmul, softmax, transpose } from "../../matrix";
import type { multiHeadAttention } from "./solution";

type MultiHead = typeof multiHeadAttention;

const divisorSays = (what: string) =>
  `${what}: divide q·k by the root of the width of one head, √(d / H), because that many products were added up.`;

export const mistakes: Mistake<MultiHead>[] = [
  {
    id: "one-large-head",
    says: "H is not used: that is one head over all columns. Split q, k and v into H bands first.",
    run: (q, k, v) => attend(q, k, v, { divisor: Math.sqrt(q[0].length) }),
  },
  {
    id: "root-of-model-width",
    says: divisorSays("You divided by √d, the root of the whole width"),
    run: over({ divisorOf: (d) => Math.sqrt(d) }),
  },
  { id: "no-scale", says: divisorSays("The scores are not scaled"), run: over({ divisorOf: () => 1 }) },
  {
    id: "no-root",
    says: divisorSays("You divided by d / H itself"),
    run: over({ divisorOf: (d, H) => d / H }),
  },
  {
    id: "multiplied",
    says: divisorSays("You multiplied where you should divide"),
    run: over({ divisorOf: (d, H) => 1 / Math.sqrt(d / H) }),
  },
  {
    id: "divided-by-root-of-heads",
    says: divisorSays("You divided by √H, the root of the number of heads"),
    run: over({ divisorOf: (_d, H) => Math.sqrt(H) }),
  },
  {
    id: "no-mask",
    says: "The heads see the future: hide keys s > t before softmax, in each head.",
    run: over({ causal: false }),
  },
  {
    id: "reversed",
    says: "The heads are joined in the wrong order: head 0 comes first.",
    run: over({ join: (heads) => joined([...heads].reverse()) }),
  },
  {
    id: "interleaved",
    says: "The heads are interleaved, component by component: put the whole of head 0 first, then the whole of head 1.",
    run: over({
      join: (heads) => heads[0].map((_, t) => heads[0][t].flatMap((_, i) => heads.map((head) => head[t][i]))),
    }),
  },
  {
    id: "dealt-out",
    says: "The columns are dealt out in turn (column j to head j mod H): head h owns one band, h·d/H to (h + 1)·d/H.",
    run: (q, k, v, H) => {
      const pick = (x: Matrix, h: number) => x.map((row) => row.filter((_, j) => j % H === h));
      const heads = each(H, (h) => attend(pick(q, h), pick(k, h), pick(v, h)));
      return q.map((_, t) => q[0].map((_, j) => heads[j % H][t][Math.floor(j / H)]));
    },
  },
  {
    id: "reshaped-without-transposing",
    says: "You cut the numbers into H blocks in reading order, which splits tokens, not columns: each head needs all T tokens and its own band of columns.",
    run: (q, k, v, H) => {
      const [T, d_k] = [q.length, q[0].length / H];
      const cut = (x: Matrix, h: number) =>
        each(T, (t) => x.flat().slice((h * T + t) * d_k, (h * T + t + 1) * d_k));
      const flat = each(H, (h) => attend(cut(q, h), cut(k, h), cut(v, h))).flat(2);
      return each(T, (t) => flat.slice(t * H * d_k, (t + 1) * H * d_k));
    },
  },
  {
    id: "averaged",
    says: "You averaged the heads and lost their difference: put them side by side, [T, d].",
    run: over({
      join: (heads) =>
        heads[0].map((_, t) => {
          const mean = heads[0][t].map(
            (_, i) => heads.reduce((sum, head) => sum + head[t][i], 0) / heads.length,
          );
          return heads.flatMap(() => mean);
        }),
    }),
  },
  {
    id: "same-head-everywhere",
    says: "Every head used the first band: let the band move with h.",
    run: (q, k, v, H) => {
      const d_k = q[0].length / H;
      const head = attend(columns(q, 0, d_k), columns(k, 0, d_k), columns(v, 0, d_k));
      return joined(each(H, () => head));
    },
  },
  {
    id: "averages-of-keys",
    says: "The weights mix keys: they are meant for the values, weights·V.",
    run: (q, k, _v, H) => over({})(q, k, k, H),
  },
  {
    id: "softmax-over-queries",
    says: "Softmax ran down the columns: each query (row) shares out its own attention, so normalize along the keys.",
    run: over({ overQueries: true }),
  },
];

interface Wrong {
  divisorOf?(d: number, H: number): number;
  join?(heads: Matrix[]): Matrix;
  causal?: boolean;
  overQueries?: boolean;
}

/** Right but for what is given. */
function over({ divisorOf = (d, H) => Math.sqrt(d / H), join = joined, ...rest }: Wrong): MultiHead {
  return (q, k, v, H) => {
    const d = q[0].length;
    const band = (x: Matrix, h: number) => columns(x, (h * d) / H, ((h + 1) * d) / H);
    const divisor = divisorOf(d, H);
    return join(each(H, (h) => attend(band(q, h), band(k, h), band(v, h), { divisor, ...rest })));
  };
}

function attend(
  q: Matrix,
  k: Matrix,
  v: Matrix,
  { divisor = Math.sqrt(q[0].length), causal = true, overQueries = false } = {},
): Matrix {
  const scores = matmul(q, transpose(k)).map((row, t) =>
    row.map((dot, s) => (!causal || s <= t ? dot / divisor : -Infinity)),
  );
  const weights = overQueries ? transpose(transpose(scores).map(softmax)) : scores.map(softmax);
  return matmul(weights, v);
}

function joined(heads: Matrix[]): Matrix {
  return heads[0].map((_, t) => heads.flatMap((head) => head[t]));
}

function each<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

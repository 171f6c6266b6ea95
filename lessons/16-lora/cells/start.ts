const frozen = random.normal(random.key(1), [6, 6]); // W
const given = random.normal(random.key(2), [8, 6]); // x
const goal = random.normal(random.key(3), [8, 6]); // what should come out
const randomA = random.normal(random.key(4), [6, 2]);
const miss = ({ A, B }: { A: Tensor; B: Tensor }) =>
  given
    .matmul(frozen.add(A.matmul(B)))
    .sub(goal)
    .square()
    .mean();

const zeroA = np.zeros([6, 2]);
const [zeroB, randomB] = [np.zeros([2, 6]), random.normal(random.key(5), [2, 6])];
const starts = {
  "A random, B zero": [randomA, zeroB],
  "both zero": [zeroA, zeroB],
  "both random": [randomA, randomB],
};
table(
  Object.entries(starts).map(([start, [A, B]]) => {
    const slopes = grad(miss)({ A, B });
    return {
      start,
      "W is changed by": A.matmul(B).abs().max().item(),
      "largest slope of A": slopes.A.abs().max().item(),
      "largest slope of B": slopes.B.abs().max().item(),
    };
  }),
);

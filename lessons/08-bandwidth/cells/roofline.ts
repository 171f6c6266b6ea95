import { chips } from "../chips";
import { attainable } from "../roofline";

const intensities = [1, 10, 100, 1000]; // FLOP a byte

// One core of the machine this page was made on, measured: 33.3 GB/s and 47.7 GFLOP/s.
const core = { name: "our machine, one core", bandwidth: 33.3e9, peak: 47.7e9 };

const reachable = [core, ...Object.values(chips)].flatMap(({ name, bandwidth, peak }) => {
  if (peak === undefined) return [];
  const reached = intensities.map((at) => Math.min(peak, at * bandwidth)); // FLOP/s, by hand
  const lesson = intensities.map((at) => attainable(at, { peak, bandwidth })); // the lesson's function
  const percent = Object.fromEntries(
    intensities.map((at, i) => [`% of peak at ${at}`, Math.round((100 * reached[i]) / peak)]),
  );
  return [
    {
      chip: name,
      ridge: Math.round(peak / bandwidth),
      ...percent,
      agrees: String(lesson) === String(reached),
    },
  ];
});
table(reachable);

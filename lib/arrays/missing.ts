/** Functions that people look for under another name or in another place. */
const elsewhere: Record<string, string> = {
  "np.softmax": "nn.softmax",
  "np.relu": "nn.relu",
  "np.sub": "np.subtract",
  "np.mul": "np.multiply",
  "np.div": "np.divide",
  "np.pow": "np.power",
  "np.neg": "np.negative",
  "np.concat": "np.concatenate",
  "np.random": "random",
  "np.tensor": "np.array",
  "np.Array": "np.array",
};

/** The same functions; asking for one that is not there names the nearest. */
export function explainMissing<Functions extends object>(name: string, functions: Functions): Functions {
  return new Proxy(functions, {
    get(target, key, receiver) {
      if (typeof key === "symbol" || key in target || key === "then" || key === "toJSON")
        return Reflect.get(target, key, receiver);
      const place = elsewhere[`${name}.${key}`] ?? nearest(name, key, Object.keys(target));
      throw new TypeError(`There is no ${name}.${key}${place ? `; did you mean ${place}?` : "."}`);
    },
    set(_target, key) {
      throw new TypeError(
        `${name}.${String(key)} cannot be changed; give your own function a name of its own.`,
      );
    },
  });
}

/** `zeros_like` is `zerosLike` here; else a name that begins the same. */
function nearest(name: string, key: string, known: string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll("_", "");
  const found =
    known.find((other) => plain(other) === plain(key)) ??
    known.find((other) => plain(other).startsWith(plain(key)) || plain(key).startsWith(plain(other)));
  return found && `${name}.${found}`;
}

import type { Engine } from "./engine";
import { type Adapter, besideWeights, mergeAdapters } from "./lora";
import type { AdapterMix } from "./protocol";
import type { StoredTensor } from "./safetensors";

type Weights = Record<string, StoredTensor>;

/** What adapters are added to. */
export interface Base {
  engine: Engine;
  weights: Weights;
}

interface Made {
  of: Engine;
  engine: Engine;
  /** The tensors that differ from the base's, or stand beside them. */
  changed: Weights;
}

/** Adapted models kept at a time: a slider makes one with every move, and each holds the matrices it changes. */
const most = 2;

/** One model's adapters, and engines with some of them applied, made when somebody asks. */
export class AdaptedEngines {
  private readonly adapters = new Map<string, Adapter>();
  private readonly made = new Map<string, Made>();

  put(key: string, adapter: Adapter): void {
    this.adapters.set(key, adapter);
  }

  /** `idle`: no text is being written, so an engine that is no longer asked for may go. */
  engineFor(base: Base, mix: AdapterMix | undefined, idle: boolean): Engine {
    return mix && mix.uses.length > 0 ? this.find(base, mix, idle).engine : base.engine;
  }

  weightsFor(base: Base, mix: AdapterMix | undefined): Weights {
    return mix ? { ...base.weights, ...this.find(base, mix, false).changed } : base.weights;
  }

  private find(base: Base, mix: AdapterMix, idle: boolean): Made {
    const key = JSON.stringify(mix);
    const known = this.made.get(key);
    this.made.delete(key); // and to the end again: the first is the one longest unused
    // An engine on a device that went away is no use any more; nothing of it is left to free.
    const made = known?.of === base.engine ? known : this.make(base, mix);
    this.made.set(key, made);
    while (idle && this.made.size > most) {
      const [oldest, { of, engine }] = [...this.made][0];
      if (of === base.engine) engine.dispose();
      this.made.delete(oldest);
    }
    return made;
  }

  private make({ engine, weights }: Base, { uses, beside }: AdapterMix): Made {
    const full = uses.map(({ key, strength }) => {
      const adapter = this.adapters.get(key);
      if (!adapter) throw new Error(`No adapter ${key} has been handed to this worker.`);
      return { adapter, strength };
    });
    const changed = beside ? besideWeights(full) : mergeAdapters(weights, full);
    return { of: engine, engine: engine.withWeights(changed), changed };
  }
}

// Turns two depth pictures into the greatest difference between them.

/** How well two depth pictures agree where both see the same thing. */
export interface DepthComparison {
  /** Pixels compared. */
  readonly compared: number;
  /** Pixels that differ by more than 1 cm and by more than 0.1 %. */
  readonly differing: number;
  /** The greatest difference, metres. */
  readonly worst: number;
}

/** Metres; and a share of the depth: a difference may be as large as either. */
export const DEPTH_TOLERANCE = { metres: 0.01, share: 0.001 } as const;

/** Compares where the two id pictures agree and something stands; `skip` leaves out pixels, by index. */
export function compareDepth(
  first: { readonly ids: Uint32Array; readonly depth: Float32Array },
  second: { readonly ids: Uint32Array; readonly depth: Float32Array },
  skip: (index: number) => boolean = () => false,
): DepthComparison {
  let compared = 0;
  let differing = 0;
  let worst = 0;
  for (let index = 0; index < first.ids.length; index += 1) {
    if (first.ids[index] === 0 || first.ids[index] !== second.ids[index] || skip(index)) continue;
    const [a, b] = [first.depth[index] as number, second.depth[index] as number];
    const difference = Math.abs(a - b);
    compared += 1;
    if (difference > worst) worst = difference;
    if (!(difference <= Math.max(DEPTH_TOLERANCE.metres, DEPTH_TOLERANCE.share * a))) differing += 1;
  }
  return { compared, differing, worst };
}

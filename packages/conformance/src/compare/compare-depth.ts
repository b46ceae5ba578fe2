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

/** Where the depth changes by more than this share from one pixel to the next, a hundredth of a pixel decides it. */
const STEEPEST = 0.1;

/** Compares where the two id pictures agree and something stands; not where the first picture's depth is too steep to tell. */
export function compareDepth(first: DepthPicture, second: DepthPicture): DepthComparison {
  let compared = 0;
  let differing = 0;
  let worst = 0;
  for (let index = 0; index < first.ids.length; index += 1) {
    if (first.ids[index] === 0 || first.ids[index] !== second.ids[index] || isSteep(first, index)) continue;
    const [a, b] = [first.depth[index] as number, second.depth[index] as number];
    const difference = Math.abs(a - b);
    compared += 1;
    if (difference > worst) worst = difference;
    if (!(difference <= Math.max(DEPTH_TOLERANCE.metres, DEPTH_TOLERANCE.share * a))) differing += 1;
  }
  return { compared, differing, worst };
}

/** A picture of depths, and of what they are the depths of. */
export interface DepthPicture {
  /** Pixels. */
  readonly width: number;
  readonly ids: Uint32Array;
  readonly depth: Float32Array;
}

/** The land near the horizon, and silhouettes. */
function isSteep({ width, depth }: DepthPicture, index: number): boolean {
  const here = depth[index] as number;
  return [index - width, index - 1, index + 1, index + width].some((beside) => {
    const there = depth[beside];
    return there !== undefined && Math.abs(there - here) > STEEPEST * here;
  });
}

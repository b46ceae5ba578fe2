// Turns a pinhole into the rays through its places, as steps to the right and up.
import type { Pinhole } from './pinhole.ts';

/** The ray through a place is `right` steps to the right and `up` steps up, less `back`: its depth is 1. */
export interface Rays {
  readonly rightX: number;
  readonly rightY: number;
  readonly rightZ: number;
  readonly upX: number;
  readonly upY: number;
  readonly upZ: number;
  readonly backX: number;
  readonly backY: number;
  readonly backZ: number;
}

export function raysThrough({ axes, focal }: Pinhole): Rays {
  return {
    rightX: (axes[0] as number) / focal,
    rightY: (axes[1] as number) / focal,
    rightZ: (axes[2] as number) / focal,
    upX: (axes[3] as number) / focal,
    upY: (axes[4] as number) / focal,
    upZ: (axes[5] as number) / focal,
    backX: axes[6] as number,
    backY: axes[7] as number,
    backZ: axes[8] as number,
  };
}

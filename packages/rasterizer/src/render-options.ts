// Turns what a caller leaves open about a picture into numbers.

/** How large and how fine a picture is to be. */
export interface RenderOptions {
  /** Pixels. Left out: what the height and the camera's aspect make. */
  readonly width: number;
  /** Pixels. Left out: what the width and the camera's aspect make, or 512 if there is no width either. */
  readonly height: number;
  /** Color is the mean of n × n places in each pixel. Ids and depth are always those of the centre. */
  readonly samples: 1 | 2 | 3 | 4;
  /** Whether the sun casts shadows. */
  readonly shadows: boolean;
  /** Whether color is wanted: ids and depth alone are faster. */
  readonly color: boolean;
}

export const RENDER_DEFAULTS = Object.freeze({ height: 512, samples: 2, shadows: true, color: true } as const);

/** All options, for a camera of this aspect (width / height). Sizes are whole numbers, at least 1. */
export function completeOptions(options: Partial<RenderOptions>, aspect: number): RenderOptions {
  const { width, height, samples, shadows, color } = { ...RENDER_DEFAULTS, height: undefined, ...options };
  const rows = height ?? (width === undefined ? RENDER_DEFAULTS.height : Math.round(width / aspect));
  const columns = width ?? Math.round(rows * aspect);
  return { width: Math.max(1, Math.round(columns)), height: Math.max(1, Math.round(rows)), samples, shadows, color };
}

// The form in which pictures of all renderers are compared.

/** A picture, top row first. */
export interface Picture {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** Four bytes a pixel, sRGB. */
  readonly color?: Uint8Array;
  /** What stands at the pixel's centre: 0 nothing, 1 the ground, i + 2 element i. */
  readonly ids?: Uint32Array;
  /** Metres along the camera's axis; Infinity where there is nothing. */
  readonly depth?: Float32Array;
}

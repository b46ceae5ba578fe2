// What a renderer gives back: color, ids and depth of every pixel.

/** A picture, top row first. */
export interface Picture {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** Four bytes a pixel: sRGB red, green, blue, and 255. Empty if no color was asked for. */
  readonly color: Uint8Array;
  /** What the centre of each pixel shows: 0 is nothing, 1 the ground, element i of the scene i + 2. */
  readonly ids: Uint32Array;
  /** Metres along the camera's axis to what the centre of each pixel shows; `Infinity` where there is nothing. */
  readonly depth: Float32Array;
}

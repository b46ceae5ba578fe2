// Turns what a ray meets into a record that rarer steps of shading share: texture, lamps, gloss, lifting.

/** A place of a surface. One record is filled in again and again, with what the next step needs. */
export interface SeenPlace {
  /** Weights of the triangle's corners. */
  a: number;
  b: number;
  c: number;
  /** Their sum before they were divided by it. */
  weightSum: number;
  /** Metres from the eye, along the axes of the world. */
  x: number;
  y: number;
  z: number;
  /** Of length 1, to the side that is seen. */
  normalX: number;
  normalY: number;
  normalZ: number;
  /** To the eye, of length 1. */
  eyeX: number;
  eyeY: number;
  eyeZ: number;
  /** The surface's color: red, green, blue. */
  readonly albedo: Float64Array;
}

export function createSeenPlace(): SeenPlace {
  return {
    ...{ a: 0, b: 0, c: 0, weightSum: 1, x: 0, y: 0, z: 0 },
    ...{ normalX: 0, normalY: 0, normalZ: 0, eyeX: 0, eyeY: 0, eyeZ: 0 },
    albedo: new Float64Array(3),
  };
}

// Turns places that face the sun into a list, for shadows to judge.
import type { SeenPlace } from './seen-place.ts';
import type { SunFrame } from './sun-frame.ts';

/** Light that arrives if nothing is in its way. Row i of each array is place i. */
export interface SunlitPlaces {
  count: number;
  /** Across the light, metres; and towards the sun. */
  readonly across: Float64Array;
  readonly along: Float64Array;
  readonly towards: Float64Array;
  /** Red, green, blue. */
  readonly light: Float32Array;
  /** Where the light goes in the end. */
  readonly pixels: Int32Array;
}

/** An empty list with room for so many. */
export function createSunlitPlaces(places: number): SunlitPlaces {
  return {
    count: 0,
    across: new Float64Array(places),
    along: new Float64Array(places),
    towards: new Float64Array(places),
    light: new Float32Array(3 * places),
    pixels: new Int32Array(places),
  };
}

/** Adds a place; its light is the caller's to write, at the row that comes back. */
export function addPlace(
  places: SunlitPlaces,
  { x, y, z }: SeenPlace,
  { across, along, towards }: SunFrame,
  pixel: number,
): number {
  const next = places.count;
  places.count = next + 1;
  places.across[next] = across[0] * x + across[1] * y + across[2] * z;
  places.along[next] = along[0] * x + along[1] * y + along[2] * z;
  places.towards[next] = towards[0] * x + towards[1] * y + towards[2] * z;
  places.pixels[next] = pixel;
  return next;
}

/** Adds a place's light to its pixel. */
export function addSunlight({ light, pixels: targets }: SunlitPlaces, place: number, pixels: Float32Array): void {
  const to = 3 * (targets[place] as number);
  pixels[to] = (pixels[to] as number) + (light[3 * place] as number);
  pixels[to + 1] = (pixels[to + 1] as number) + (light[3 * place + 1] as number);
  pixels[to + 2] = (pixels[to + 2] as number) + (light[3 * place + 2] as number);
}

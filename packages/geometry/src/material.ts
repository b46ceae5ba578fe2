// How a surface looks: the part of glTF's metallic-roughness material that every renderer of ours honours.
import { type LinearColor, linearFromSrgb } from './color.ts';
import type { Image } from './image.ts';

/** A surface (glTF 2.0 §3.9). Its color is `color` × the texture × the vertex colors, all in linear light. */
export interface Material {
  readonly name: string;
  /** Linear, 0..1. */
  readonly color: LinearColor;
  /** 0 is a mirror, 1 is dull. */
  readonly roughness: number;
  /** 0 or 1, as a rule. */
  readonly metallic: number;
  /** Linear light that it gives off by itself; none if left out. */
  readonly emissive?: LinearColor;
  readonly texture?: Texture;
  /** Where alpha (of color texture and vertex color) is less than this, there is nothing: 0..1. Opaque if left out. */
  readonly alphaCutoff?: number;
  /** Whether its back is drawn too, with the normal turned to the eye. */
  readonly doubleSided: boolean;
}

/** An image over the `uvs` of a mesh, filtered (mipmaps, linear). */
export interface Texture {
  readonly image: Image;
  readonly wrapU: Wrap;
  readonly wrapV: Wrap;
}

/** What is beyond the edge of a texture (glTF 2.0 §3.8.4.2). */
export type Wrap = 'repeat' | 'clamp' | 'mirror';

/**
 * Whether a surface scatters light evenly (Lambert 1760) in every renderer: without this rule the models of roughness of
 * different renderers would never give one color.
 */
export function isMatte({ roughness, metallic }: Pick<Material, 'roughness' | 'metallic'>): boolean {
  return metallic === 0 && roughness >= MATTE_ROUGHNESS;
}

/** From this roughness on a surface counts as perfectly dull. */
export const MATTE_ROUGHNESS = 0.9;

/** The linear color that a material has on average, its texture included, vertex colors not. */
export function meanColor({ color, texture }: Material): LinearColor {
  if (texture === undefined) return color;
  const sum = sumOf(texture.image);
  const count = Math.max(1, texture.image.pixels.length / 4);
  return [(color[0] * sum[0]) / count, (color[1] * sum[1]) / count, (color[2] * sum[2]) / count];
}

/** Of the linear light of all pixels; kept for as long as the image is, which nobody changes. */
function sumOf(image: Image): LinearColor {
  const known = SUMS.get(image);
  if (known !== undefined) return known;
  const { pixels } = image;
  const sum: [red: number, green: number, blue: number] = [0, 0, 0];
  for (let index = 0; index < pixels.length; index += 4) {
    for (let part = 0; part < 3; part += 1) {
      sum[part] = (sum[part] as number) + (LINEAR_OF_BYTE[pixels[index + part] as number] as number);
    }
  }
  SUMS.set(image, sum);
  return sum;
}

const SUMS = new WeakMap<Image, LinearColor>();

/** Linear light, 0..1, of each sRGB byte. */
export const LINEAR_OF_BYTE: Float64Array = Float64Array.from({ length: 256 }, (_, byte) => linearFromSrgb(byte / 255));

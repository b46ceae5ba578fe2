// Turns a glTF material into ours; says what it leaves out (glTF 2.0 §3.9).
import { cos, type LinearColor, type Material, sin, type Texture, type Wrap } from '@diorama/geometry';
import { decodeImage } from '@diorama/images';
import type { Buffers } from './buffers.ts';
import { asObject, entryOf, extensionOf, type JsonObject, listOf, numberOf, numbersOf } from './json-access.ts';
import { type ReadResource, readResource } from './read-resource.ts';

export interface ReadMaterial {
  readonly material: Material;
  /** Which TEXCOORD set, and how its coordinates are moved; none without a texture. */
  readonly coordinates?: { readonly set: number; readonly place: (u: number, v: number) => readonly [number, number] };
  /** Multiplies alpha: 0..1. */
  readonly alpha: number;
}

export interface MaterialContext {
  readonly json: JsonObject;
  readonly buffers: Buffers;
  readonly read: ReadResource;
  readonly note: (fact: string) => void;
}

/** The material that an index means; without one, glTF's default: white, rough, no metal. */
export function readMaterial(ctx: MaterialContext, index: unknown): ReadMaterial {
  if (index === undefined) return { material: { ...PLAIN, name: 'default' }, alpha: 1 };
  const entry = entryOf(listOf(ctx.json, 'materials'), index, 'material');
  const surface = entry.pbrMetallicRoughness === undefined ? {} : asObject(entry.pbrMetallicRoughness, 'material');
  const [red, green, blue, alpha] = numbersOf(surface, 'baseColorFactor', 4, [1, 1, 1, 1]).map(clamp) as [
    number,
    number,
    number,
    number,
  ];
  for (const fact of leftOutOfMaterial(entry)) ctx.note(fact);
  const isUnlit = extensionOf(entry, 'KHR_materials_unlit') !== undefined;
  const textured = readTexture(ctx, surface.baseColorTexture);
  const mode = entry.alphaMode;
  if (mode === 'BLEND') ctx.note('a material that blends is cut off at half of its alpha');
  const cutoff = mode === 'MASK' ? clamp(numberOf(entry, 'alphaCutoff', 0.5)) : mode === 'BLEND' ? 0.5 : undefined;
  const emissive = emissiveOf(entry);
  const material: Material = {
    name: typeof entry.name === 'string' ? entry.name.slice(0, 80) : `material ${index}`,
    color: [red, green, blue],
    roughness: isUnlit ? 1 : clamp(numberOf(surface, 'roughnessFactor', 1)),
    metallic: isUnlit ? 0 : clamp(numberOf(surface, 'metallicFactor', 1)),
    doubleSided: entry.doubleSided === true,
    ...(emissive === undefined ? {} : { emissive }),
    ...(textured === undefined ? {} : { texture: textured.texture }),
    ...(cutoff === undefined ? {} : { alphaCutoff: cutoff }),
  };
  return { material, alpha, ...(textured === undefined ? {} : { coordinates: textured.coordinates }) };
}

/** What is not read of a material, for notes: nothing but its JSON is looked at. */
export function leftOutOfMaterial(entry: JsonObject): readonly string[] {
  const facts: string[] = [];
  if (extensionOf(entry, 'KHR_materials_unlit') !== undefined) facts.push('an unlit material is lit as any other');
  if (entry.emissiveTexture !== undefined)
    facts.push('a texture of light is left out, and what it makes shine with it');
  return facts;
}

const PLAIN = { color: [1, 1, 1], roughness: 1, metallic: 0, doubleSided: false } as const;

/** Undefined for what gives off no light. */
function emissiveOf(entry: JsonObject): LinearColor | undefined {
  const strength = extensionOf(entry, 'KHR_materials_emissive_strength');
  const factor = strength === undefined ? 1 : Math.max(0, numberOf(strength, 'emissiveStrength', 1));
  const [r, g, b] = numbersOf(entry, 'emissiveFactor', 3, [0, 0, 0]).map((part) => clamp(part) * factor) as [
    number,
    number,
    number,
  ];
  // A texture of light would be needed to know where it shines.
  if (entry.emissiveTexture !== undefined || (r === 0 && g === 0 && b === 0)) return undefined;
  return [r, g, b];
}

function readTexture(ctx: MaterialContext, info: unknown) {
  if (info === undefined) return undefined;
  const use = asObject(info, 'baseColorTexture');
  const entry = entryOf(listOf(ctx.json, 'textures'), use.index, 'texture');
  const webp = extensionOf(entry, 'EXT_texture_webp');
  const source = entry.source ?? webp?.source;
  if (source === undefined) {
    ctx.note('a texture without an image that is read is left out');
    return undefined;
  }
  const image = entryOf(listOf(ctx.json, 'images'), source, 'image');
  const bytes = image.uri === undefined ? ctx.buffers.view(image.bufferView).bytes : readResource(image.uri, ctx.read);
  const decoded = decodeImage(bytes);
  if ('undecodable' in decoded) {
    ctx.note(`image ${String(source)} is left out: ${decoded.undecodable}`);
    return undefined;
  }
  const sampler = entry.sampler === undefined ? {} : entryOf(listOf(ctx.json, 'samplers'), entry.sampler, 'sampler');
  const texture: Texture = { image: decoded, wrapU: wrapOf(sampler.wrapS), wrapV: wrapOf(sampler.wrapT) };
  const moved = extensionOf(use, 'KHR_texture_transform');
  const set = numberOf(moved?.texCoord === undefined ? use : moved, 'texCoord', 0);
  return { texture, coordinates: { set, place: placeOf(moved) } };
}

/** KHR_texture_transform: scaled, turned, moved. */
function placeOf(moved: JsonObject | undefined): (u: number, v: number) => readonly [number, number] {
  if (moved === undefined) return (u, v) => [u, v];
  const [right, down] = numbersOf(moved, 'offset', 2, [0, 0]) as readonly [number, number];
  const [wide, high] = numbersOf(moved, 'scale', 2, [1, 1]) as readonly [number, number];
  const turn = numberOf(moved, 'rotation', 0);
  const [cosine, sine] = [cos(turn), sin(turn)];
  return (u, v) => [cosine * u * wide + sine * v * high + right, cosine * v * high - sine * u * wide + down];
}

function wrapOf(code: unknown): Wrap {
  return code === 33071 ? 'clamp' : code === 33648 ? 'mirror' : 'repeat';
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}

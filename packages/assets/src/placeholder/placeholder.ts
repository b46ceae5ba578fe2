// Turns a label into a box of height 1 that bears it on all sides: what stands for something that cannot be drawn.
import type { Image, Material, Mesh, Model } from '@diorama/geometry';
import type { ObjectClass } from '@diorama/scene';
import { GLYPH_HEIGHT, GLYPH_WIDTH, hasDot } from './dot-font.ts';

/** A grey box, about as wide and deep as things of the class are, with the label on its four sides. */
export function placeholder(kind: ObjectClass, label: string): Model {
  const { width, depth } = PROPORTIONS[kind];
  const material: Material = {
    name: 'placeholder',
    color: [1, 1, 1],
    roughness: 1,
    metallic: 0,
    texture: { image: drawLabel(label), wrapU: 'clamp', wrapV: 'clamp' },
    doubleSided: false,
  };
  return { parts: [{ mesh: box(width / 2, depth / 2), material }] };
}

/** Shares of the height. */
const PROPORTIONS: Readonly<Record<ObjectClass, { readonly width: number; readonly depth: number }>> = {
  bird: { width: 0.7, depth: 1 },
  boulder: { width: 1.2, depth: 1.2 },
  bush: { width: 1, depth: 1 },
  carnivore: { width: 0.5, depth: 1.4 },
  herbivore: { width: 0.5, depth: 1.1 },
  tree: { width: 0.6, depth: 0.6 },
  object: { width: 1, depth: 1 },
};

/** Four sides that show the whole picture, and lid and floor that show its edge. */
function box(x: number, z: number): Mesh {
  const corners: readonly (readonly [number, number, number])[][] = [
    [
      [-x, 0, z],
      [x, 0, z],
      [x, 1, z],
      [-x, 1, z],
    ],
    [
      [x, 0, z],
      [x, 0, -z],
      [x, 1, -z],
      [x, 1, z],
    ],
    [
      [x, 0, -z],
      [-x, 0, -z],
      [-x, 1, -z],
      [x, 1, -z],
    ],
    [
      [-x, 0, -z],
      [-x, 0, z],
      [-x, 1, z],
      [-x, 1, -z],
    ],
    [
      [-x, 1, z],
      [x, 1, z],
      [x, 1, -z],
      [-x, 1, -z],
    ],
    [
      [-x, 0, -z],
      [x, 0, -z],
      [x, 0, z],
      [-x, 0, z],
    ],
  ];
  const normals = [
    [0, 0, 1],
    [1, 0, 0],
    [0, 0, -1],
    [-1, 0, 0],
    [0, 1, 0],
    [0, -1, 0],
  ] as const;
  const isSide = (face: number) => face < 4;
  const uvs = corners.flatMap((_, face) => (isSide(face) ? [0, 1, 1, 1, 1, 0, 0, 0] : new Array<number>(8).fill(0)));
  return {
    positions: Float32Array.from(corners.flat(2)),
    normals: Float32Array.from(normals.flatMap((normal) => [...normal, ...normal, ...normal, ...normal])),
    uvs: Float32Array.from(uvs),
    indices: Uint32Array.from(corners.flatMap((_, face) => [0, 1, 2, 0, 2, 3].map((corner) => 4 * face + corner))),
  };
}

/** The label in dark dots on light grey, on as many lines as fill the square best. */
function drawLabel(label: string): Image {
  const lines = wrap(readable(label));
  const columns = Math.max(1, ...lines.map((line) => line.length)) * (GLYPH_WIDTH + 1) - 1;
  const rows = Math.max(1, lines.length) * (GLYPH_HEIGHT + 2) - 2;
  const dot = Math.max(1, Math.floor((SIZE - 2 * MARGIN) / Math.max(columns, rows)));
  const pixels = new Uint8Array(4 * SIZE * SIZE);
  for (let at = 0; at < pixels.length; at += 4) {
    const [x, y] = [(at / 4) % SIZE, Math.floor(at / 4 / SIZE)];
    const isFrame = Math.min(x, y, SIZE - 1 - x, SIZE - 1 - y) < FRAME;
    pixels.set(isFrame ? [120, 120, 124, 255] : [200, 200, 204, 255], at);
  }
  const top = Math.floor((SIZE - rows * dot) / 2);
  lines.forEach((line, index) => {
    const left = Math.floor((SIZE - (line.length * (GLYPH_WIDTH + 1) - 1) * dot) / 2);
    line.forEach((character, place) => {
      drawGlyph(pixels, character, left + place * (GLYPH_WIDTH + 1) * dot, top + index * (GLYPH_HEIGHT + 2) * dot, dot);
    });
  });
  return { width: SIZE, height: SIZE, pixels };
}

/** Pixels. */
const SIZE = 256;
const MARGIN = 16;
const FRAME = 6;
/** More would be too small to read. */
const MOST_LETTERS = 160;

function drawGlyph(pixels: Uint8Array, character: string, left: number, top: number, dot: number): void {
  for (let y = 0; y < GLYPH_HEIGHT * dot; y += 1) {
    for (let x = 0; x < GLYPH_WIDTH * dot; x += 1) {
      const [px, py] = [left + x, top + y];
      const isInside = 0 <= px && px < SIZE && 0 <= py && py < SIZE;
      if (isInside && hasDot(character, Math.floor(x / dot), Math.floor(y / dot))) {
        pixels.set([30, 30, 34], 4 * (py * SIZE + px));
      }
    }
  }
}

/** Letters without their accents, one entry each; line breaks and other controls are spaces. */
function readable(label: string): string[] {
  const plain = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const letters = [...plain];
  return letters.length > MOST_LETTERS ? [...letters.slice(0, MOST_LETTERS - 3), '.', '.', '.'] : letters;
}

/** Breaks between words where there are any, so that the text is about as wide as it is high. */
function wrap(letters: readonly string[]): (readonly string[])[] {
  const width = Math.max(6, Math.ceil(Math.sqrt(letters.length * ((GLYPH_HEIGHT + 2) / (GLYPH_WIDTH + 1)))));
  const lines: string[][] = [];
  let line: string[] = [];
  for (const word of splitWords(letters)) {
    if (line.length > 0 && line.length + 1 + word.length > width) {
      lines.push(line);
      line = [];
    }
    if (line.length > 0) line.push(' ');
    line.push(...word);
    while (line.length > 2 * width) lines.push(line.splice(0, width));
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

function splitWords(letters: readonly string[]): string[][] {
  const split: string[][] = [[]];
  for (const letter of letters) {
    if (letter === ' ') split.push([]);
    else split.at(-1)!.push(letter);
  }
  return split.filter((word) => word.length > 0);
}

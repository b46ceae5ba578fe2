// Turns a key into a cactus: a saguaro's ribbed column with arms, or a prickly pear's stack of pads.
import {
  cosDegrees,
  extend,
  extendNumber,
  type Key,
  type LinearColor,
  type Model,
  sinDegrees,
  type Vector3,
} from '@diorama/geometry';
import type { Detail } from '@diorama/stage';
import { createDraws, type Draws } from '../../build/draws.ts';
import {
  addQuad,
  addTriangle,
  addVertex,
  appendMesh,
  createMeshBuilder,
  type MeshBuilder,
} from '../../build/mesh-builder.ts';
import { hash } from '../../build/noise.ts';
import { presentParts, sheetPart, solidPart } from '../../build/part.ts';
import { addBall, addLeaf, smoothCurve } from '../../build/shapes.ts';
import { simplifyMesh } from '../../build/simplify-mesh.ts';
import { depthUnder } from '../../build/slope.ts';
import { add, along, cross, dot, scale, subtract, unit } from '../../build/vectors.ts';
import { TRIANGLES } from '../../species.ts';
import type { Fineness } from '../tree/build-crown.ts';

/** Ribs of a column, rings on a metre of it, and spines on a rib's metre; rings of a pad, and its spines. */
const COUNTS = {
  high: { ribs: 15, rings: 11, spines: 16, pad: 9, padSpines: 34 },
  medium: { ribs: 11, rings: 5, spines: 5, pad: 6, padSpines: 8 },
  low: { ribs: 5, rings: 2.6, spines: 0, pad: 3, padSpines: 0 },
} as const;
type Counts = (typeof COUNTS)[keyof typeof COUNTS];

const SPINE: LinearColor = [0.5, 0.45, 0.34];

/** Carnegiea gigantea after Benson, The Cacti of the United States and Canada (1982), at half its size: metres. */
export function buildSaguaro(key: Key, { detail }: Fineness): Model {
  const draws = createDraws(extend(key, 'saguaro'));
  const counts = COUNTS[detail];
  const [body, spines] = [createMeshBuilder(), createMeshBuilder()];
  const height = draws.between(2.6, 3.8);
  const girth = draws.between(0.2, 0.26);
  const lean = draws.between(-0.04, 0.04);
  addColumn(
    body,
    spines,
    [
      [0, -depthUnder(girth), 0],
      [lean, 0.4 * height, 0],
      [2 * lean, height, lean],
    ],
    girth,
    counts,
    draws,
  );
  const arms = Math.floor(draws.between(1.6, 6.5));
  for (let arm = 0; arm < arms; arm += 1) {
    const own = createDraws(extendNumber(extend(key, 'arm'), arm));
    const turn = 150 * arm + own.between(-35, 35);
    const outward: Vector3 = [cosDegrees(turn), 0, sinDegrees(turn)];
    const from = height * own.between(0.34, 0.6);
    const out = girth * own.between(2.6, 3.7);
    const rise = Math.min(height * 0.93 - from, own.between(0.5, 1.6));
    const root: Vector3 = [lean * (from / height), from, 0];
    const path = [
      root,
      add(along(root, outward, out * 0.72), [0, 0.02, 0]),
      add(along(root, outward, out), [0, 0.26, 0]),
      add(along(root, outward, out * 1.04), [0, 0.3 + 0.5 * rise, 0]),
      add(along(root, outward, out), [0, 0.3 + rise, 0]),
    ];
    addColumn(body, spines, path, girth * own.between(0.62, 0.78), counts, own);
  }
  return partsOf(body, spines, detail);
}

/** Cacti of many arms and pads are a little coarser: what spines leave of the triangles is theirs. */
function partsOf(body: MeshBuilder, spines: MeshBuilder, detail: Detail): Model {
  const skin = simplifyMesh(body, TRIANGLES[detail] - spines.indices.length / 3);
  return { parts: presentParts(solidPart('skin', skin), sheetPart('spines', spines)) };
}

/** A ribbed tube with a round top. */
function addColumn(
  mesh: MeshBuilder,
  spines: MeshBuilder,
  path: readonly Vector3[],
  girth: number,
  { ribs, rings, spines: perMetre }: Counts,
  draws: Draws,
): void {
  const points = smoothCurve(path, Math.max(3, Math.round((rings * 3) / path.length)));
  // The top is closed by rings that draw in, half a girth high.
  const end = points.at(-1)!;
  const up = unit(subtract(end, points.at(-2)!));
  const crown = ribs > 8 ? [0.35, 0.62, 0.82, 0.95] : [0.5, 0.85];
  const places = [...points, ...crown.map((q) => along(end, up, q * girth * 1.1))];
  const widths = places.map((_, index) => {
    const q = index < points.length ? 0 : crown[index - points.length]!;
    const t = Math.min(1, index / points.length);
    return girth * Math.sqrt(Math.max(0, 1 - q * q)) * (0.86 + 0.28 * t * (1.6 - t * 1.5));
  });
  const sides = 2 * ribs;
  const base = mesh.positions.length / 3;
  let first: Vector3 = [1, 0, 0];
  const pale = draws.between(0.85, 1.2);
  places.forEach((place, ring) => {
    const direction = unit(subtract(places[Math.min(places.length - 1, ring + 1)]!, places[Math.max(0, ring - 1)]!));
    first = unit(along(first, direction, -dot(first, direction)));
    const second = cross(direction, first);
    const cap = ring < points.length ? 0 : crown[ring - points.length]!;
    for (let side = 0; side < sides; side += 1) {
      const isRidge = side % 2 === 0;
      const [cosine, sine] = [cosDegrees((360 * side) / sides), sinDegrees((360 * side) / sides)];
      const out = add(scale(first, cosine), scale(second, sine));
      const at = along(place, out, widths[ring]! * (isRidge ? 1.05 : 0.84));
      const tint = isRidge ? ([0.15, 0.205, 0.085] as const) : ([0.035, 0.07, 0.026] as const);
      addVertex(mesh, at, along(out, direction, 1.6 * cap * cap), scale(tint, pale));
      if (!isRidge || ring === 0) continue;
      const before = places[ring - 1]!;
      const long = Math.sqrt(dot(subtract(place, before), subtract(place, before)));
      const count = Math.round(perMetre * long);
      for (let spine = 0; spine < count; spine += 1) {
        const stem = along(at, subtract(before, place), spine / count);
        const aim = unit(add(out, strayOf(97 * ring + spine, side)));
        addLeaf(spines, stem, aim, unit(add(out, [0, 1.2, 0])), { length: 0.055, halfWidth: 0.006 }, SPINE);
      }
    }
  });
  for (let ring = 0; ring + 1 < places.length; ring += 1) {
    for (let side = 0; side < sides; side += 1) {
      const [a, b] = [base + ring * sides + side, base + ring * sides + ((side + 1) % sides)];
      addQuad(mesh, a, b, b + sides, a + sides);
    }
  }
  const tip = addVertex(mesh, along(end, up, girth * 1.08), up, [0.17, 0.2, 0.09]);
  const last = base + (places.length - 1) * sides;
  for (let side = 0; side < sides; side += 1) addTriangle(mesh, last + side, last + ((side + 1) % sides), tip);
}

/** Which way a spine strays: no draw, for there are fewer spines from afar. */
function strayOf(spine: number, row: number): Vector3 {
  return [
    1.5 * hash(spine, row, 0, 21) - 0.75,
    1.5 * hash(spine, row, 1, 21) - 0.75,
    1.5 * hash(spine, row, 2, 21) - 0.75,
  ];
}

/** One pad, and where the next may grow. */
interface Pad {
  readonly root: Vector3;
  readonly direction: Vector3;
  /** Square to its face. */
  readonly face: Vector3;
  readonly length: number;
  readonly generation: number;
}

/** Opuntia ficus-indica after Benson (1982). Metres. */
export function buildPricklyPear(key: Key, { detail }: Fineness): Model {
  const draws = createDraws(extend(key, 'prickly pear'));
  const counts = COUNTS[detail];
  const [body, spines] = [createMeshBuilder(), createMeshBuilder()];
  const berries = createDraws(extend(key, 'fruit'));
  const fruit: LinearColor = draws.next() < 0.7 ? [0.34, 0.025, 0.09] : [0.6, 0.4, 0.03];
  const open: Pad[] = [];
  const feet = Math.floor(draws.between(3, 6));
  for (let foot = 0; foot < feet; foot += 1) {
    const turn = (360 * foot) / feet + draws.between(-25, 25);
    const outward: Vector3 = [cosDegrees(turn), 0, sinDegrees(turn)];
    const face = unit([-outward[2] + draws.between(-0.7, 0.7), 0.15, outward[0] + draws.between(-0.7, 0.7)]);
    const direction = unit(add([0, 1, 0], scale(outward, draws.between(0.1, 0.55))));
    open.push({
      root: add(scale(outward, AWAY), [0, -depthUnder(2 * AWAY), 0]),
      direction,
      face: squared(face, direction),
      length: draws.between(0.34, 0.42),
      generation: 0,
    });
  }
  let pads = 0;
  for (let pad = open.shift(); pad !== undefined && pads < MOST_PADS; pad = open.shift()) {
    pads += 1;
    addPad(body, spines, pad, counts, draws);
    const children = pad.generation > 2 ? 0 : Math.floor(draws.between(pad.generation === 0 ? 1.4 : 0.75, 3.2));
    for (let child = 0; child < children; child += 1) {
      open.push(nextPad(pad, ((child + 0.5) / children - 0.5) * 130 + draws.between(-14, 14), draws));
    }
    if (children > 0) continue;
    // Fruit stand on the rims of the last pads.
    for (let berry = 0; berry < 5; berry += 1) {
      if (berries.next() < 0.4) continue;
      const { root, direction } = nextPad(pad, (berry - 2) * 30, berries);
      addBall(
        body,
        along(root, direction, 0.04),
        [0.026, 0.042, 0.026],
        scale(fruit, berries.between(0.7, 1.2)),
        detail === 'low' ? 3 : 5,
      );
    }
  }
  return partsOf(body, spines, detail);
}
const MOST_PADS = 34;
/** How far from the middle its lowest pads stand, metres. */
const AWAY = 0.07;

/** A pad that stands on the rim of another, `angle` degrees from its tip. */
function nextPad({ root, direction, face, length, generation }: Pad, angle: number, draws: Draws): Pad {
  const across = cross(face, direction);
  const middle = along(root, direction, 0.56 * length);
  const [cosine, sine] = [cosDegrees(angle), sinDegrees(angle)];
  const rim = along(along(middle, direction, 0.42 * length * cosine), across, 0.34 * length * sine);
  const grown = unit(
    add(along(scale(direction, 0.6 + 0.4 * cosine), across, 0.75 * sine), [
      draws.between(-0.2, 0.2),
      0.45,
      draws.between(-0.2, 0.2),
    ]),
  );
  const turned = unit(along(along(face, across, draws.between(-0.9, 0.9)), direction, draws.between(-0.25, 0.25)));
  return {
    root: rim,
    direction: grown,
    face: squared(turned, grown),
    length: length * draws.between(0.76, 0.95),
    generation: generation + 1,
  };
}

function squared(face: Vector3, direction: Vector3): Vector3 {
  return unit(along(face, direction, -dot(face, direction)));
}

/** A flat egg, its narrow end at the root. */
function addPad(mesh: MeshBuilder, spines: MeshBuilder, pad: Pad, counts: Counts, draws: Draws): void {
  const { root, direction, face, length, generation } = pad;
  const across = cross(direction, face);
  const green = scale([0.15, 0.235, 0.1], draws.between(0.8, 1.2) * (0.8 + 0.12 * generation));
  const egg = createMeshBuilder();
  addBall(egg, [0, 0.5, 0], [0.37, 0.53, 0.075], green, counts.pad);
  const place = ([x, y, z]: Vector3): Vector3 => {
    const wide = 0.62 + 0.55 * Math.max(0, y) * (1.5 - 0.75 * y);
    return along(along(along(root, across, x * wide * length), direction, y * length), face, z * length);
  };
  appendMesh(mesh, egg, {
    point: place,
    direction: ([x, y, z]) => add(add(scale(across, x), scale(direction, y)), scale(face, z)),
  });
  for (let spine = 0; spine < counts.padSpines; spine += 1) {
    const q = Math.sqrt((spine + 0.5) / counts.padSpines);
    const [cosine, sine] = [cosDegrees(137.50776405 * spine), sinDegrees(137.50776405 * spine)];
    const side = spine % 2 === 0 ? 1 : -1;
    const stem = place([0.35 * q * cosine, 0.5 + 0.5 * q * sine, side * 0.075 * Math.sqrt(1 - q * q * 0.98)]);
    const aim = unit(add(scale(face, side), strayOf(spine, Math.floor(9999 * root[1]))));
    addLeaf(spines, stem, aim, unit(add(face, [0, 1.1, 0])), { length: 0.035, halfWidth: 0.0045 }, SPINE);
  }
}

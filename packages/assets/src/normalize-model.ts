// Turns a model of any size into one of height 1 that stands on the middle of its base.
import { invariant } from '@diorama/diagnostics';
import { type Bounds, type Mesh, type Model, meshBounds } from '@diorama/geometry';

/**
 * What stands at the origin: the middle of the whole model, for what may lean any way; the middle of its foot, for what grows
 * out of one point; or the model's own origin, for what holds on to a place while it moves.
 */
export type Standing = 'whole' | 'foot' | 'origin';

/** Where the base of a model is. */
export interface Base {
  readonly standing: Standing;
  /** Whether y = 0 is the ground already, and what is lower is in it; else the lowest point is brought to the ground. */
  readonly isRooted?: boolean;
}

/**
 * Scales and moves: what is above ground has height exactly 1, or what counts as `unit` is brought to 1; the ground is at y = 0
 * exactly, and what `standing` says at x = z = 0.
 */
export function normalizeModel(model: Model, { standing, isRooted = false }: Base, unit?: number): Model {
  const bounds = boundsOf(model);
  if (bounds === undefined) return model;
  const { least, greatest } = bounds;
  const ground = isRooted ? 0 : least[1];
  const height = greatest[1] - ground;
  if (!(height > 0) || !Number.isFinite(height)) return model;
  const base = standing === 'foot' ? footOf(model, ground, height) : bounds;
  const middle = (axis: 0 | 2) => (standing === 'origin' ? 0 : (base.least[axis] + base.greatest[axis]) / 2);
  const origin = [middle(0), ground, middle(2)];
  return {
    parts: model.parts.map(({ mesh, material }) => ({ mesh: moved(mesh, origin, unit ?? height), material })),
  };
}

/** The box that a model's foot fills, or all of it, if it has none. */
export function footOf(model: Model, ground: number, height: number): Bounds {
  const foot = boundsOf(model, ground + FOOT * height) ?? boundsOf(model);
  invariant(foot !== undefined, 'what has a height has vertices');
  return foot;
}

/** The foot is what is no higher than this share of the height. */
const FOOT = 0.04;

/** The box that all parts fill, up to a height if one is given; undefined where there are no vertices. */
export function boundsOf({ parts }: Model, top = Infinity): Bounds | undefined {
  const all = parts
    .map(({ mesh }) => (top === Infinity ? meshBounds(mesh) : meshBounds({ ...mesh, positions: below(mesh, top) })))
    .filter((bounds) => bounds !== undefined);
  if (all.length === 0) return undefined;
  const corner = (pick: (...numbers: number[]) => number, of: (bounds: Bounds) => Bounds['least']) =>
    [0, 1, 2].map((axis) => pick(...all.map((bounds) => of(bounds)[axis]!))) as unknown as Bounds['least'];
  return { least: corner(Math.min, (bounds) => bounds.least), greatest: corner(Math.max, (bounds) => bounds.greatest) };
}

/** The extent of a model along y. */
export function heightOf(model: Model): number {
  const bounds = boundsOf(model);
  return bounds === undefined ? 0 : bounds.greatest[1] - bounds.least[1];
}

function below({ positions }: Mesh, top: number): Float32Array {
  const kept: number[] = [];
  for (let at = 0; at < positions.length; at += 3) {
    if (positions[at + 1]! <= top) kept.push(positions[at]!, positions[at + 1]!, positions[at + 2]!);
  }
  return Float32Array.from(kept);
}

function moved(mesh: Mesh, origin: readonly number[], height: number): Mesh {
  const positions = new Float32Array(mesh.positions.length);
  const [x, y, z] = [origin[0]!, origin[1]!, origin[2]!];
  for (let at = 0; at < positions.length; at += 3) {
    positions[at] = (mesh.positions[at]! - x) / height;
    positions[at + 1] = (mesh.positions[at + 1]! - y) / height;
    positions[at + 2] = (mesh.positions[at + 2]! - z) / height;
  }
  return { ...mesh, positions };
}

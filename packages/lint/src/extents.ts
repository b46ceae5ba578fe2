// Tells how much room an element takes: as parts of simple forms in the element's own frame.
import { invariant, unreachable } from '@diorama/diagnostics';
import type { Vector3 } from '@diorama/geometry';
import type { Element, SceneObject } from '@diorama/scene';
import { findKind } from '@diorama/vocabulary';

/** The form that fills a part's box. Cylinder and cone are upright; a cone's base is at its bottom. */
export type Form = 'box' | 'ellipsoid' | 'cylinder' | 'cone';

/** What a part is made of: it decides what may be inside what, and what hides what. */
export type Matter = 'flesh' | 'stone' | 'wood' | 'leaves' | 'made' | 'water';

/** A part of an element in its own frame: origin at the base centre, front +Z, metres. */
export interface Part {
  readonly form: Form;
  readonly matter: Matter;
  readonly center: Vector3;
  /** Half of its extents along x, y and z. */
  readonly half: Vector3;
  /** Its form is known, not guessed from its class. */
  readonly exact: boolean;
}

/** Knows the extents of the library's objects. Whoever has their meshes supplies a better one than the default. */
export interface ExtentSource {
  /** At least one part; together they reach from 0 up to the object's height. */
  partsOf(object: SceneObject): readonly Part[];
}

/** Extents from the vocabulary's proportions of each class: a trunk and a crown for a tree, one body for the rest. */
export const CLASS_EXTENTS: ExtentSource = Object.freeze({ partsOf: partsOfClass });

/** The parts of any element; a lamp takes no room. */
export function partsOf(element: Element, extents: ExtentSource): readonly Part[] {
  switch (element.kind) {
    case 'water':
      return [{ ...upright('box', 'water', element.size), exact: true }];
    case 'box':
    case 'plane':
      return [{ ...upright('box', 'made', element.size), exact: true }];
    case 'sphere':
      return [{ ...upright('ellipsoid', 'made', cube(2 * element.radius)), exact: true }];
    case 'cylinder':
    case 'cone': {
      const size: Vector3 = [2 * element.radius, element.height, 2 * element.radius];
      return [{ ...upright(element.kind, 'made', size), exact: true }];
    }
    case 'lamp':
      return [];
    case 'bird':
    case 'boulder':
    case 'bush':
    case 'carnivore':
    case 'herbivore':
    case 'tree':
    case 'object':
      return extents.partsOf(element);
    default:
      return unreachable(element);
  }
}

/** A trunk's thickness, and where it ends and the crown begins, as shares of a tree's height. */
const TRUNK_THICKNESS = 0.04;
const TRUNK_TOP = 0.5;
const CROWN_BASE = 0.3;

const MATTER: Readonly<Record<SceneObject['kind'], Matter>> = {
  bird: 'flesh',
  boulder: 'stone',
  bush: 'leaves',
  carnivore: 'flesh',
  herbivore: 'flesh',
  tree: 'leaves',
  object: 'made',
};

function partsOfClass({ kind, height }: SceneObject): readonly Part[] {
  const proportions = findKind(kind)?.proportions;
  invariant(proportions !== undefined, `the class ${kind} has proportions`);
  const { width, depth } = proportions;
  const size: Vector3 = [width * height, height, depth * height];
  if (kind !== 'tree') return [upright('ellipsoid', MATTER[kind], size)];
  const thickness = TRUNK_THICKNESS * height;
  return [
    upright('cylinder', 'wood', [thickness, TRUNK_TOP * height, thickness]),
    upright('ellipsoid', 'leaves', [size[0], (1 - CROWN_BASE) * height, size[2]], CROWN_BASE * height),
  ];
}

function upright(form: Form, matter: Matter, size: Vector3, base = 0): Part {
  const half: Vector3 = [size[0] / 2, size[1] / 2, size[2] / 2];
  return { form, matter, center: [0, base + half[1], 0], half, exact: false };
}

function cube(size: number): Vector3 {
  return [size, size, size];
}

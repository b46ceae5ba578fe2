// Measures an individual of a species in a pose, and tells which measures are beyond what nature allows.
import { extend, extendNumber, type Model, rootKey } from '@diorama/geometry';
import type { Detail } from '@diorama/stage';
import type { QuadrupedSpecies } from '../../src/factories/quadruped/quadruped-species.ts';
import { normalizeModel } from '../../src/normalize-model.ts';
import { type Species, TRIANGLES } from '../../src/species.ts';
import { measureBody } from './body-measures.ts';
import { countTriangles, floatingShare, hasOnlyNumbers, openEdges, slopeGap, turnedArea } from './mesh-measures.ts';
import { coverAgreement, silhouetteAgreement, speckleShare } from './picture-measures.ts';

/** What is measured: `most` or `least` is the limit. */
export const LIMITS = {
  'not a number': { most: 0 },
  'open edges': { most: 0 },
  'turned area': { most: 0.005 },
  floating: { most: 0 },
  // A leaf may hang beside its twig.
  'floating leaves': { most: 0.01 },
  'above a slope': { most: 0 },
  'triangles, high': { most: 1 },
  'triangles, medium': { most: 1 },
  'triangles, low': { most: 1 },
  'silhouette, medium': { least: 0.88 },
  'silhouette, low': { least: 0.78 },
  'crown, medium': { least: 0.72 },
  'crown, low': { least: 0.6 },
  // Whiskers, claws and the rims of ears throw shadows of a pixel.
  speckles: { most: 0.003 },
  // Locks and leaves do shade each other in small.
  'speckles in hair': { most: 0.02 },
  'speckles in leaves': { most: 0.08 },
  'feet above ground': { most: 0.01 },
  // What lies rests on its folded legs as much as on its belly.
  'legs above ground': { most: 0.05 },
  'limbs crossing': { most: 0.012 },
} as const satisfies Record<string, { readonly most: number } | { readonly least: number }>;

export type Measure = keyof typeof LIMITS;
export type Measures = Partial<Record<Measure, number>>;

export interface Case {
  readonly species: Species;
  readonly number: number;
  readonly pose: string;
  /** 0..1, a multiple of 1/16. */
  readonly phase: number;
}

/** `pictures`: silhouettes and speckles too, which take longer. */
export function measureCase({ species, number, pose, phase }: Case, pictures: boolean): Measures {
  const key = extendNumber(extend(rootKey(0), species.id), number);
  const made = (detail: Detail): Model => {
    const model = species.build({ key, number, pose, phase, detail });
    if ('reason' in model) throw new Error(model.reason);
    return normalizeModel(model, species);
  };
  const [high, medium, low] = (['high', 'medium', 'low'] as const).map(made) as [Model, Model, Model];
  const isPlant = species.kind === 'tree' || species.kind === 'bush';
  const agreement = isPlant ? coverAgreement : silhouetteAgreement;
  const budget = species.kind === 'tree' ? 1.5 : 1;
  const table = (species as Partial<QuadrupedSpecies>).table;
  const body = table === undefined ? undefined : measureBody(table, { key, number, pose, phase, detail: 'low' });
  const isHairy = table?.fur !== undefined || table?.mane !== undefined || table?.wool !== undefined;
  const bears = pose === 'stand' || pose === 'look' || pose === 'graze' || pose === 'sit';
  // A kangaroo lies on its side.
  const lies = pose === 'lie' && table?.stance !== 'biped';
  return {
    'not a number': [high, medium, low].every(hasOnlyNumbers) ? 0 : 1,
    ...(isPlant ? {} : { 'open edges': openEdges(high) }),
    'turned area': turnedArea(high),
    [isPlant ? 'floating leaves' : 'floating']: floatingShare(high, 0.01),
    ...(species.isRooted ? { 'above a slope': Math.max(...[high, medium, low].map(slopeGap)) } : {}),
    'triangles, high': countTriangles(high) / (budget * TRIANGLES.high),
    'triangles, medium': countTriangles(medium) / (budget * TRIANGLES.medium),
    'triangles, low': countTriangles(low) / (budget * TRIANGLES.low),
    ...(pictures
      ? {
          [isPlant ? 'crown, medium' : 'silhouette, medium']: agreement(high, medium),
          [isPlant ? 'crown, low' : 'silhouette, low']: agreement(high, low),
          [isPlant ? 'speckles in leaves' : isHairy ? 'speckles in hair' : 'speckles']: speckleShare(high),
        }
      : {}),
    ...(body === undefined ? {} : { 'limbs crossing': body.crossing }),
    ...(body === undefined || !bears ? {} : { 'feet above ground': body.feetGap }),
    ...(body === undefined || !lies ? {} : { 'legs above ground': body.legGap }),
  };
}

/** What is beyond its limit: `floating 0.02`. */
export function faults(measures: Measures): readonly string[] {
  return Object.entries(measures)
    .filter(([name, value]) => {
      const limit: { readonly most?: number; readonly least?: number } = LIMITS[name as Measure];
      return !(value <= (limit.most ?? Infinity) && value >= (limit.least ?? -Infinity));
    })
    .map(([name, value]) => `${name} ${Number(value.toPrecision(3))}`);
}

// The kinds of the language: the one table that checker, formatter of core form, completion, decoder and docs read.
import type { ElementMember, KindDefinition, PropertyDefinition } from './definitions.ts';
import {
  at,
  bird,
  boulder,
  bush,
  carnivore,
  herbivore,
  object,
  PLACES,
  rotation,
  TURNED,
  tree,
  water,
} from './kinds/nature.ts';
import { camera, ground, haze, scene, sky } from './kinds/settings.ts';
import { box, cone, cylinder, group, lamp, plane, scale, sphere } from './kinds/shapes.ts';

/** In the order in which the reference lists them and core form prints settings. */
export const KINDS: readonly KindDefinition[] = [
  scene,
  camera,
  sky,
  haze,
  ground,
  water,
  bird,
  boulder,
  bush,
  carnivore,
  herbivore,
  tree,
  object,
  group,
  box,
  sphere,
  cylinder,
  cone,
  plane,
  lamp,
];
const BY_NAME: ReadonlyMap<string, KindDefinition> = new Map(KINDS.map((kind) => [kind.name, kind]));

/** The kind of a name, settings such as `camera` among them. */
export function findKind(name: string): KindDefinition | undefined {
  return BY_NAME.get(name);
}

/** What every use of a prefab has beside the prefab's own parameters. */
export const PREFAB_PROPERTIES: readonly PropertyDefinition[] = [
  { ...at, doc: `Where its frame has its origin: ${PLACES}.` },
  rotation,
  scale,
];

/** What can be read of a labelled use of a prefab: how tall it is depends on what it builds. */
export const PREFAB_MEMBERS: readonly ElementMember[] = TURNED;

/** The property that a kind has by a name. */
export function findProperty(kind: KindDefinition, name: string): PropertyDefinition | undefined {
  return kind.properties.find((property) => property.name === name);
}

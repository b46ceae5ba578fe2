// Makes scenes without a program, for tests: whatever is not given has the vocabulary's default.
import { invariant } from '@diorama/diagnostics';
import { type DefaultValue, findKind, type KindDefinition } from '@diorama/vocabulary';
import type {
  Camera,
  Element,
  Ground,
  Haze,
  Location,
  ObjectClass,
  Scene,
  SceneObject,
  SceneSettings,
  Sky,
} from './scene.ts';

/** The type of the elements of a kind. */
export type ElementOf<K extends Element['kind']> = K extends ObjectClass
  ? SceneObject & { readonly kind: K }
  : Extract<Element, { readonly kind: K }>;

/** Where an element stands, in short: `[x, z]` on the ground, `[x, y, z]` in the world, or a location. */
export type At = readonly [x: number, z: number] | readonly [x: number, y: number, z: number] | Location;

/** Properties of an element, as the scene names them; `rotation` may be a yaw in degrees. */
export type ElementProperties<K extends Element['kind']> = {
  readonly [P in Exclude<keyof ElementOf<K>, 'kind' | 'at' | 'rotation'>]?: ElementOf<K>[P];
} & {
  readonly at?: At;
  readonly rotation?: number | SceneObject['rotation'];
};

/** Parts of a scene that differ from their defaults. */
export interface SceneParts {
  readonly settings?: Partial<SceneSettings>;
  readonly camera?: Partial<Camera>;
  readonly sky?: Partial<Sky>;
  readonly haze?: Haze;
  readonly ground?: Partial<Ground>;
  readonly elements?: readonly Element[];
}

/**
 * ```ts
 * makeScene({ camera: { fov: 35 }, elements: [makeElement('tree', { at: [2, -9], height: 6 })] });
 * ```
 */
export function makeScene(parts: SceneParts = {}): Scene {
  const camera = defaultsOf('camera');
  return {
    settings: {
      ...(pick(defaultsOf('scene'), ['name', 'seed', 'credits']) as unknown as SceneSettings),
      ...parts.settings,
    },
    camera: {
      ...(pick(camera, ['fov', 'aspect', 'exposure', 'near', 'far']) as unknown as Camera),
      position: { kind: 'world', ...pointOf(camera.position) },
      aim: {
        kind: 'angles',
        ...(pick(camera, ['pitch', 'yaw', 'roll']) as { pitch: number; yaw: number; roll: number }),
      },
      ...parts.camera,
    },
    sky: { ...(defaultsOf('sky') as unknown as Sky), ...parts.sky },
    ...(parts.haze === undefined ? {} : { haze: parts.haze }),
    ground: { ...(defaultsOf('ground') as unknown as Ground), ...parts.ground },
    elements: parts.elements ?? [],
  };
}

/** An element; an object is 1 m tall and everything stands at (0, −10) on the ground unless said otherwise. */
export function makeElement<K extends Element['kind']>(kind: K, properties: ElementProperties<K> = {}): ElementOf<K> {
  const { at = [0, -10], rotation = 0, ...others } = properties;
  const definition = findKind(kind);
  invariant(definition !== undefined, `${kind} is a kind of the vocabulary`);
  const isObject = definition.role === 'object';
  return {
    kind,
    ...defaultsOf(kind),
    ...(isObject ? { height: 1, variant: 0 } : {}),
    ...(kind === 'lamp' ? {} : { rotation: typeof rotation === 'number' ? { kind: 'yaw', yaw: rotation } : rotation }),
    at: locationOf(at),
    ...others,
  } as unknown as ElementOf<K>;
}

export function locationOf(at: At): Location {
  if ('kind' in at) return at;
  const [first, second, third] = at;
  return third === undefined
    ? { kind: 'ground', x: first, z: second }
    : { kind: 'world', x: first, y: second, z: third };
}

/** The constant defaults of a kind, by the names of the scene's fields. */
function defaultsOf(kind: string): Record<string, DefaultValue> {
  const definition: KindDefinition | undefined = findKind(kind);
  invariant(definition !== undefined, `${kind} is a kind of the vocabulary`);
  const entries = definition.properties.flatMap(({ name, default: value }) =>
    value === undefined || name === 'rotation' ? [] : [[fieldName(name), value] as const],
  );
  return Object.fromEntries(entries);
}

/** `sun_elevation` → `sunElevation` */
function fieldName(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

function pick(
  values: Record<string, DefaultValue>,
  names: readonly string[],
): Record<string, DefaultValue | undefined> {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}

function pointOf(value: DefaultValue | undefined): { x: number; y: number; z: number } {
  const [x = 0, y = 0, z = 0] = value as readonly number[];
  return { x, y, z };
}

// Describes the scene as data: each field's shape, range and meaning, taken from the vocabulary wherever it has them.
import { invariant, unreachable } from '@diorama/diagnostics';
import { findAnnotation, findKind, findProperty, type PropertyDefinition } from '@diorama/vocabulary';
import type * as ir from './scene.ts';
import {
  ABSENT,
  type ChoiceShape,
  choice,
  type Field,
  number,
  type RecordShape,
  record,
  type Shape,
  word,
} from './shape.ts';

/** The version of the JSON form: a reader takes its own version only. */
export const SCENE_VERSION = 1;

const FINITE = number();
const COLOR: Shape = {
  kind: 'text',
  nonEmpty: true,
  form: { pattern: '^#[0-9a-f]{6}$', words: 'a color like #a0b1c2, in lower case' },
};
const LABEL: Shape = {
  kind: 'text',
  nonEmpty: true,
  form: { pattern: '^[A-Za-z_][A-Za-z0-9_]*$', words: 'a name of letters, digits and _ that begins with no digit' },
};
const TEXT: Shape = { kind: 'text', nonEmpty: false };
const NON_EMPTY_TEXT: Shape = { kind: 'text', nonEmpty: true };
const POINT: Shape = {
  kind: 'tuple',
  name: 'point',
  doc: 'A point or direction, [x, y, z].',
  items: [FINITE, FINITE, FINITE],
};

const GROUND_LOCATION = record<Extract<ir.Location, { kind: 'ground' }>>(
  'ground-location',
  'On the ground at (x, z): y is the ground’s height there.',
  { kind: { shape: word('ground') }, x: { shape: FINITE }, z: { shape: FINITE } },
);
const WORLD_LOCATION = record<Extract<ir.Location, { kind: 'world' }>>(
  'world-location',
  'A point of the world, in metres; +Y is up.',
  { kind: { shape: word('world') }, x: { shape: FINITE }, y: { shape: FINITE }, z: { shape: FINITE } },
);
const VIEW_LOCATION = record<Extract<ir.Location, { kind: 'view' }>>(
  'view-location',
  'A point in the camera’s full frame, in metres: x right, y up, −z forward. A rotation is relative to the camera’s yaw.',
  { kind: { shape: word('view') }, x: { shape: FINITE }, y: { shape: FINITE }, z: { shape: FINITE } },
);
const FIXED_LOCATION = choice('fixed-location', 'A place that does not depend on the camera.', [
  GROUND_LOCATION,
  WORLD_LOCATION,
]);
const LOCATION = choice('location', 'Where an element’s origin, the centre of its base, is.', [
  GROUND_LOCATION,
  WORLD_LOCATION,
  VIEW_LOCATION,
]);

const ROTATION = choice('rotation', 'A rotation as it was written, in degrees; at rest the front is +Z.', [
  record<Extract<ir.Rotation, { kind: 'yaw' }>>(
    undefined,
    'A turn about the vertical, anticlockwise seen from above.',
    {
      kind: { shape: word('yaw') },
      yaw: { shape: FINITE },
    },
  ),
  record<Extract<ir.Rotation, { kind: 'euler' }>>(undefined, 'Roll first, then pitch (up is positive), then yaw.', {
    kind: { shape: word('euler') },
    pitch: { shape: FINITE },
    yaw: { shape: FINITE },
    roll: { shape: FINITE },
  }),
  record<Extract<ir.Rotation, { kind: 'quaternion' }>>(undefined, '[x, y, z, w], of any length but zero.', {
    kind: { shape: word('quaternion') },
    quaternion: { shape: { kind: 'tuple', items: [FINITE, FINITE, FINITE, FINITE] } },
  }),
  record<Extract<ir.Rotation, { kind: 'matrix' }>>(
    undefined,
    'Nine numbers, row by row: the nearest rotation is meant.',
    {
      kind: { shape: word('matrix') },
      matrix: { shape: { kind: 'tuple', items: Array.from({ length: 9 }, () => FINITE) } },
    },
  ),
]);

const APPEARANCE = choice('appearance', 'What something looks like.', [
  record<Extract<ir.Appearance, { kind: 'asset' }>>(undefined, 'One entry of the asset library.', {
    kind: { shape: word('asset') },
    id: { shape: NON_EMPTY_TEXT },
  }),
  record<Extract<ir.Appearance, { kind: 'like' }>>(undefined, 'The entry that best matches a description.', {
    kind: { shape: word('like') },
    text: { shape: NON_EMPTY_TEXT },
  }),
  record<Extract<ir.Appearance, { kind: 'like-image' }>>(undefined, 'The entry that best matches a picture.', {
    kind: { shape: word('like-image') },
    file: { shape: NON_EMPTY_TEXT },
  }),
  record<Extract<ir.Appearance, { kind: 'embedding' }>>(
    undefined,
    'The entry nearest to a row of the scene’s embeddings.',
    {
      kind: { shape: word('embedding') },
      row: { shape: number({ min: 0 }, true) },
    },
  ),
]);

const ANNOTATIONS = record<ir.Annotations>('annotations', 'Facts about an element that are no part of the scene.', {
  pixels: annotation('pixels'),
  confidence: annotation('confidence'),
  notes: { shape: { kind: 'list', of: TEXT }, optional: true, doc: findAnnotation('note')?.doc ?? '' },
});
const PROVENANCE = {
  origin: { shape: { kind: 'origin' }, optional: true, doc: 'Where in the source it comes from.' },
  annotations: { shape: ANNOTATIONS, optional: true },
} satisfies Record<string, Field>;

const SETTINGS = record<ir.SceneSettings>('settings', docOf('scene'), {
  ...PROVENANCE,
  name: property('scene', 'name'),
  seed: property('scene', 'seed'),
  embeddings: {
    optional: true,
    doc: docOf('scene', 'embeddings'),
    shape: record<ir.EmbeddingFile>(undefined, 'A safetensors file, with what its header says.', {
      file: { shape: NON_EMPTY_TEXT, doc: 'Its path.' },
      space: { shape: TEXT, doc: 'Its embedding space: vectors of different spaces are never compared.' },
      rows: { shape: number({ min: 0 }, true), doc: 'The number of its rows.' },
    }),
  },
  credits: property('scene', 'credits'),
});

const CAMERA = record<ir.Camera>('camera', docOf('camera'), {
  ...PROVENANCE,
  position: property('camera', 'position'),
  aim: {
    shape: choice('aim', 'Where the camera looks: by angles, or at a target.', [
      record<ir.CameraAngles>(undefined, 'By angles, in degrees.', {
        kind: { shape: word('angles') },
        pitch: property('camera', 'pitch'),
        yaw: property('camera', 'yaw'),
        roll: property('camera', 'roll'),
      }),
      record<ir.CameraTarget>(undefined, 'At a target.', {
        kind: { shape: word('target') },
        target: property('camera', 'target'),
        roll: property('camera', 'roll'),
      }),
    ]),
  },
  fov: property('camera', 'fov'),
  aspect: property('camera', 'aspect'),
  exposure: property('camera', 'exposure'),
  near: property('camera', 'near'),
  far: property('camera', 'far'),
});

const SKY = record<ir.Sky>('sky', docOf('sky'), {
  ...PROVENANCE,
  sunElevation: property('sky', 'sun_elevation'),
  sunAzimuth: property('sky', 'sun_azimuth'),
  sunSize: property('sky', 'sun_size'),
  sunIntensity: property('sky', 'sun_intensity'),
  strength: property('sky', 'strength'),
  altitude: property('sky', 'altitude'),
  air: property('sky', 'air'),
  dust: property('sky', 'dust'),
  ozone: property('sky', 'ozone'),
});

const HAZE = record<ir.Haze>('haze', docOf('haze'), {
  ...PROVENANCE,
  extent: {
    shape: choice(undefined, 'As written: by density, or by visibility (3.912 divided by the density).', [
      record<ir.Haze['extent']>(undefined, docOf('haze', 'density'), {
        kind: { shape: word('density') },
        value: property('haze', 'density'),
      }),
      record<ir.Haze['extent']>(undefined, docOf('haze', 'visibility'), {
        kind: { shape: word('visibility') },
        value: property('haze', 'visibility'),
      }),
    ]),
  },
  color: property('haze', 'color'),
});

type ColorSurface = Extract<NonNullable<ir.Ground['surface']>, { kind: 'color' }>;
type AppearanceSurface = Extract<NonNullable<ir.Ground['surface']>, { kind: 'appearance' }>;
const GROUND = record<ir.Ground>('ground', docOf('ground'), {
  ...PROVENANCE,
  surface: {
    optional: true,
    doc: 'What it looks like; without it, short grass.',
    shape: choice(undefined, 'A plain color, or an appearance.', [
      record<ColorSurface>(undefined, docOf('ground', 'color'), {
        kind: { shape: word('color') },
        color: property('ground', 'color'),
      }),
      record<AppearanceSurface>(undefined, docOf('ground', 'appearance'), {
        kind: { shape: word('appearance') },
        appearance: property('ground', 'appearance'),
      }),
    ]),
  },
  roughness: property('ground', 'roughness'),
  relief: property('ground', 'relief'),
  reliefScale: property('ground', 'relief_scale'),
});

const ELEMENT = choice('element', 'Something with a place in the scene.', [
  ...(['bird', 'boulder', 'bush', 'carnivore', 'herbivore', 'tree', 'object'] as const).map(objectShape),
  record<ir.Water>('water', docOf('water'), {
    ...placed('water'),
    size: property('water', 'size'),
    rotation: property('water', 'rotation'),
    color: property('water', 'color'),
    roughness: property('water', 'roughness'),
  }),
  record<ir.Box>('box', docOf('box'), { ...primitive('box'), size: property('box', 'size') }),
  record<ir.Sphere>('sphere', docOf('sphere'), { ...primitive('sphere'), radius: property('sphere', 'radius') }),
  record<ir.Cylinder>('cylinder', docOf('cylinder'), {
    ...primitive('cylinder'),
    radius: property('cylinder', 'radius'),
    height: property('cylinder', 'height'),
  }),
  record<ir.Cone>('cone', docOf('cone'), {
    ...primitive('cone'),
    radius: property('cone', 'radius'),
    height: property('cone', 'height'),
  }),
  record<ir.Plane>('plane', docOf('plane'), { ...primitive('plane'), size: property('plane', 'size') }),
  record<ir.Lamp>('lamp', docOf('lamp'), {
    ...placed('lamp'),
    color: property('lamp', 'color'),
    power: property('lamp', 'power'),
    radius: property('lamp', 'radius'),
  }),
]);

/** Something of the asset library; only animals have a pose. */
function objectShape(kind: ir.ObjectClass): RecordShape {
  const isAnimal = findProperty(kindOf(kind), 'pose') !== undefined;
  return record<ir.SceneObject>(kind, docOf(kind), {
    ...placed(kind),
    height: property(kind, 'height'),
    rotation: property(kind, 'rotation'),
    appearance: { ...property(kind, 'appearance'), optional: true },
    variant: property(kind, 'variant'),
    pose: isAnimal ? property(kind, 'pose') : ABSENT,
    phase: isAnimal ? property(kind, 'phase') : ABSENT,
  });
}

function placed(kind: ir.Element['kind']) {
  return {
    kind: { shape: word(kind) },
    label: { shape: LABEL, optional: true, doc: 'The program’s name of it, unique in the scene.' },
    at: property(kind, 'at'),
    ...PROVENANCE,
  } satisfies Record<string, Field>;
}

function primitive(kind: ir.Element['kind']) {
  return {
    ...placed(kind),
    rotation: property(kind, 'rotation'),
    color: property(kind, 'color'),
    roughness: property(kind, 'roughness'),
    metallic: property(kind, 'metallic'),
  } satisfies Record<string, Field>;
}

/** A whole scene. */
export const SCENE: RecordShape = record<ir.Scene>(undefined, 'A scene: what a Diorama program means.', {
  settings: { shape: SETTINGS },
  camera: { shape: CAMERA },
  sky: { shape: SKY },
  haze: { shape: HAZE, optional: true },
  ground: { shape: GROUND },
  elements: { shape: { kind: 'list', of: ELEMENT }, doc: 'In the program’s order.' },
});

/** The shape of each kind of element, by its kind. */
export const ELEMENTS: ChoiceShape['alternatives'] = ELEMENT.alternatives;

/** The field that holds a property of the vocabulary. */
function property(kind: string, name: string): Field {
  const found = findProperty(kindOf(kind), name);
  invariant(found !== undefined, `${kind} has the property ${name}`);
  return { shape: shapeOf(found), doc: found.unit === undefined ? found.doc : `${found.doc} (${found.unit})` };
}

function shapeOf({ name, type }: PropertyDefinition): Shape {
  switch (type.kind) {
    case 'number':
    case 'length':
    case 'angle':
    case 'integer':
      return number(type.range, type.kind === 'integer');
    case 'text':
      return type.nonEmpty === true ? NON_EMPTY_TEXT : TEXT;
    case 'position':
      return type.view === true ? LOCATION : FIXED_LOCATION;
    case 'vector':
      return type.components === undefined
        ? POINT
        : { kind: 'tuple', items: type.components.map((range) => number(range)) };
    case 'enumeration':
      return word(...type.words);
    case 'color':
      return COLOR;
    case 'rotation':
      return ROTATION;
    case 'appearance':
      return APPEARANCE;
    case 'boolean':
    case 'view-position':
    case 'region':
    case 'range':
    case 'list':
    case 'element':
    case 'variable':
      throw new Error(`internal error: the scene has no field for ${name}, a ${type.kind}`);
    default:
      return unreachable(type);
  }
}

function annotation(name: string): Field {
  const found = findAnnotation(name);
  const type = found?.parameters[0]?.type;
  invariant(found !== undefined && type !== undefined, `there is an annotation ${name}`);
  invariant(type.kind === 'number' || type.kind === 'integer', `${name} takes a number`);
  return { shape: number(type.range, type.kind === 'integer'), optional: true, doc: found.doc };
}

function docOf(kind: string, name?: string): string {
  return name === undefined ? kindOf(kind).doc : (findProperty(kindOf(kind), name)?.doc ?? '');
}

function kindOf(name: string) {
  const kind = findKind(name);
  invariant(kind !== undefined, `${name} is a kind of the vocabulary`);
  return kind;
}

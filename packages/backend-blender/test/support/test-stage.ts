// Stages made by hand, so that tests of a picture know each number in it.
import {
  type Harmonics,
  type LinearColor,
  type Material,
  type Mesh,
  type ModelPart,
  type Quaternion,
  quaternion,
  type Vector3,
} from '@diorama/geometry';
import type { Element } from '@diorama/scene';
import { makeScene } from '@diorama/scene/testing';
import type { SkyModel } from '@diorama/sky';
import {
  GROUND,
  type Stage,
  type StagedCamera,
  type StagedHaze,
  type StagedLamp,
  type StagedModel,
} from '@diorama/stage';

/** One thing in a test's scene; elements are numbered in their order. */
export interface TestThing {
  readonly name: string;
  readonly parts: readonly ModelPart[];
  readonly kind?: Exclude<Element['kind'], 'lamp'>;
  readonly label?: string;
  readonly asset?: string;
  /** One object each. */
  readonly at: readonly TestPlace[];
}
export interface TestPlace {
  readonly translation: Vector3;
  readonly rotation?: Quaternion;
  readonly scale?: Vector3;
}

/** What a test's stage may say; the rest is a black sky, no sun, and a camera at the origin. */
export interface TestStage {
  readonly name?: string;
  readonly ground?: readonly ModelPart[];
  readonly things?: readonly TestThing[];
  readonly camera?: Partial<StagedCamera>;
  readonly sky?: SkyModel;
  readonly ambient?: Harmonics;
  readonly haze?: StagedHaze;
  readonly lamps?: readonly Omit<StagedLamp, 'element' | 'intensity'>[];
}

export function testStage(wanted: TestStage): Stage {
  const elements: Element[] = [];
  const models: StagedModel[] = [];
  if (wanted.ground !== undefined) {
    models.push({
      name: 'ground',
      parts: wanted.ground,
      instances: instancesOf([{ translation: [0, 0, 0] }], [GROUND]),
    });
  }
  for (const thing of wanted.things ?? []) {
    const first = elements.length;
    for (const { translation } of thing.at) elements.push(elementOf(thing, translation, elements.length));
    models.push({
      name: thing.name,
      ...(thing.asset !== undefined && { asset: thing.asset }),
      parts: thing.parts,
      instances: instancesOf(
        thing.at,
        thing.at.map((_, index) => first + index),
      ),
    });
  }
  const lamps = (wanted.lamps ?? []).map((lamp): StagedLamp => {
    const element = elements.length;
    elements.push({
      kind: 'lamp',
      at: worldPoint(lamp.position),
      color: '#ffffff',
      power: lamp.power,
      radius: lamp.radius,
    });
    const intensity = lamp.color.map((part) => (part * lamp.power) / (4 * Math.PI)) as unknown as LinearColor;
    return { ...lamp, element, intensity };
  });
  const sky = wanted.sky ?? blackSky();
  return {
    scene: makeScene({ settings: { name: wanted.name ?? 'test' }, sky: BLACK_SKY, elements }),
    camera: {
      position: [0, 0, 0],
      rotation: quaternion.identity,
      fov: 50,
      aspect: 1,
      near: 0.1,
      far: 1000,
      exposure: 0,
      ...wanted.camera,
    },
    sky,
    ambient: wanted.ambient ?? sky.harmonics,
    ...(wanted.haze !== undefined && { haze: wanted.haze }),
    lamps,
    shadow: { center: [0, 0, 0], radius: 30 },
    models,
  };
}

function elementOf({ kind = 'object', label }: TestThing, translation: Vector3, index: number): Element {
  const placed = {
    ...(label !== undefined && { label }),
    at: worldPoint(translation),
    origin: { file: 'test.dio', start: 10 * index, end: 10 * index + 9 },
  };
  // Backends read the kind and what is placed; the rest is staged.
  return { kind, ...placed } as unknown as Element;
}

function worldPoint([x, y, z]: Vector3) {
  return { kind: 'world' as const, x, y, z };
}

function instancesOf(places: readonly TestPlace[], elements: readonly number[]): StagedModel['instances'] {
  return {
    count: places.length,
    elements: Uint32Array.from(elements),
    translations: Float64Array.from(places.flatMap(({ translation }) => [...translation])),
    rotations: Float64Array.from(places.flatMap(({ rotation }) => [...(rotation ?? quaternion.identity)])),
    scales: Float64Array.from(places.flatMap(({ scale }) => [...(scale ?? [1, 1, 1])])),
  };
}

const BLACK_SKY = {
  sunElevation: 45,
  sunAzimuth: 0,
  sunSize: 0,
  sunIntensity: 0,
  strength: 0,
  altitude: 0,
  air: 1,
  dust: 1,
  ozone: 1,
} as const;

/** No light at all, or that of a sun alone. */
export function blackSky(sun: { direction: Vector3; irradiance: LinearColor } | undefined = undefined): SkyModel {
  return {
    parameters: BLACK_SKY,
    sunDirection: sun?.direction ?? [0, 1, 0],
    sunIrradiance: sun?.irradiance ?? [0, 0, 0],
    table: { width: 1, height: 1, radiance: new Float32Array(3) },
    harmonics: new Array<number>(27).fill(0),
    discRadiance: [0, 0, 0],
  };
}

// ---- Shapes and materials ---------------------------------------------------------------------------------------------

/** A dull material. */
export function matte(name: string, color: LinearColor, more: Partial<Material> = {}): Material {
  return { name, color, roughness: 1, metallic: 0, doubleSided: false, ...more };
}

/** A box that stands on its base at the origin, width × height × depth in metres. */
export function boxPart(material: Material, [width, height, depth]: Vector3): ModelPart {
  const [x, z] = [width / 2, depth / 2];
  const sides: readonly (readonly [normal: Vector3, corners: readonly Vector3[]])[] = [
    [
      [0, 0, 1],
      [
        [-x, 0, z],
        [x, 0, z],
        [x, height, z],
        [-x, height, z],
      ],
    ],
    [
      [0, 0, -1],
      [
        [x, 0, -z],
        [-x, 0, -z],
        [-x, height, -z],
        [x, height, -z],
      ],
    ],
    [
      [1, 0, 0],
      [
        [x, 0, z],
        [x, 0, -z],
        [x, height, -z],
        [x, height, z],
      ],
    ],
    [
      [-1, 0, 0],
      [
        [-x, 0, -z],
        [-x, 0, z],
        [-x, height, z],
        [-x, height, -z],
      ],
    ],
    [
      [0, 1, 0],
      [
        [-x, height, z],
        [x, height, z],
        [x, height, -z],
        [-x, height, -z],
      ],
    ],
    [
      [0, -1, 0],
      [
        [-x, 0, -z],
        [x, 0, -z],
        [x, 0, z],
        [-x, 0, z],
      ],
    ],
  ];
  return { material, mesh: quads(sides) };
}

/** An upright quad that faces +Z, its lower edge at the origin, with uvs over the whole image. */
export function cardPart(material: Material, width: number, height: number, colors?: Uint16Array): ModelPart {
  const x = width / 2;
  const mesh = quads([
    [
      [0, 0, 1],
      [
        [-x, 0, 0],
        [x, 0, 0],
        [x, height, 0],
        [-x, height, 0],
      ],
    ],
  ]);
  return { material, mesh: { ...mesh, uvs: new Float32Array([0, 1, 1, 1, 1, 0, 0, 0]), ...(colors && { colors }) } };
}

/** A level square about the origin, facing up. */
export function floorPart(material: Material, size: number): ModelPart {
  const x = size / 2;
  return {
    material,
    mesh: quads([
      [
        [0, 1, 0],
        [
          [-x, 0, x],
          [x, 0, x],
          [x, 0, -x],
          [-x, 0, -x],
        ],
      ],
    ]),
  };
}

/** A ball of radius 1 about the origin, with smooth normals. */
export function ballPart(material: Material, rings = 24): ModelPart {
  const positions: number[] = [];
  const indices: number[] = [];
  const columns = 2 * rings;
  for (let ring = 0; ring <= rings; ring += 1) {
    for (let column = 0; column <= columns; column += 1) {
      const [down, around] = [(Math.PI * ring) / rings, (2 * Math.PI * column) / columns];
      positions.push(Math.sin(down) * Math.sin(around), Math.cos(down), Math.sin(down) * Math.cos(around));
      if (ring === rings || column === columns) continue;
      const corner = ring * (columns + 1) + column;
      const below = corner + columns + 1;
      if (ring > 0) indices.push(corner, below, corner + 1);
      if (ring < rings - 1) indices.push(corner + 1, below, below + 1);
    }
  }
  const places = Float32Array.from(positions);
  return { material, mesh: { positions: places, normals: places, indices: Uint32Array.from(indices) } };
}

function quads(sides: readonly (readonly [normal: Vector3, corners: readonly Vector3[]])[]): Mesh {
  return {
    positions: Float32Array.from(sides.flatMap(([, corners]) => corners.flat())),
    normals: Float32Array.from(sides.flatMap(([normal, corners]) => corners.flatMap(() => normal))),
    indices: Uint32Array.from(sides.flatMap((_, side) => [0, 1, 2, 0, 2, 3].map((corner) => 4 * side + corner))),
  };
}

/** A camera at a point that looks at another, rolled about its line of sight. */
export function lookAt(position: Vector3, target: Vector3, roll = 0): Pick<StagedCamera, 'position' | 'rotation'> {
  const [x, y, z] = [target[0] - position[0], target[1] - position[1], target[2] - position[2]];
  const degrees = 180 / Math.PI;
  const pitch = Math.atan2(y, Math.hypot(x, z)) * degrees;
  const yaw = Math.atan2(-x, -z) * degrees;
  return { position, rotation: quaternion.cameraRotation({ pitch, yaw, roll }) };
}

// The calls of RAW's programs and what of a scene each sets: both the spelling of its project page and of its code.
import { toDegrees } from '@diorama/geometry';
import { addExactly } from './exact-decimal.ts';

/** A call that sets a number of the scene. */
export interface NumberCall {
  readonly sets: 'number';
  /** The kind and property of the vocabulary. */
  readonly kind: string;
  readonly property: string;
  /** From the number as written to the property's value. */
  readonly convert: (written: string) => number;
  /** What the number is in RAW if it is not the property's own, for messages. */
  readonly meaning: string;
}
/** `set_ground([CLIP])` */
export interface GroundCall {
  readonly sets: 'ground';
}
/** `add_tree(…)` */
export interface ObjectCall {
  readonly sets: 'object';
  /** The kind of the vocabulary. */
  readonly kind: string;
}
export type RawCall = NumberCall | GroundCall | ObjectCall;

/** What a call takes, in the order that it has without names. */
export interface RawParameter {
  readonly name: string;
  readonly required: boolean;
}

const plain = (kind: string, property: string): NumberCall => ({
  sets: 'number',
  kind,
  property,
  convert: Number,
  meaning: '',
});

/** 0 looks straight down, 90 at the horizon. */
const pitch: NumberCall = {
  ...plain('camera', 'pitch'),
  convert: (written) => addExactly(written, -90),
  meaning: 'degrees from straight down',
};
const sunElevation: NumberCall = {
  ...plain('sky', 'sun_elevation'),
  convert: (written) => toDegrees(Number(written)),
  meaning: 'radians',
};
/**
 * Blender's `sun_rotation` goes from its +Y, our −Z, towards +X, and so does `sun_azimuth`: clockwise seen from above.
 * It is relative to the camera's yaw, which is 0 in RAW, whose only camera angle is the pitch: so the numbers are equal.
 */
const sunAzimuth: NumberCall = { ...plain('sky', 'sun_azimuth'), meaning: "degrees from the camera's heading" };
const sunSize: NumberCall = {
  ...plain('sky', 'sun_size'),
  convert: (written) => toDegrees(Number(written) / 100),
  meaning: 'hundredths of a radian',
};
/** The code's spelling holds 180 times the number that the project page's `set_atmospheric_density` does. */
const density: NumberCall = {
  ...plain('haze', 'density'),
  convert: (written) => Number(written) / 180,
  meaning: '180 times the density',
};

/** By name; where two names set one property, they are its two spellings. */
export const RAW_CALLS: ReadonlyMap<string, RawCall> = new Map<string, RawCall>([
  ['set_camera', pitch],
  ['set_sun_elevation', sunElevation],
  ['set_sun_rotation', sunAzimuth],
  ['set_sun_size', sunSize],
  ['set_sun_intensity', plain('sky', 'sun_intensity')],
  ['set_strength', plain('sky', 'strength')],
  ['set_sun_strength', plain('sky', 'strength')],
  ['set_air', plain('sky', 'air')],
  ['set_dust', plain('sky', 'dust')],
  ['set_ozone', plain('sky', 'ozone')],
  ['set_density', density],
  ['set_atmospheric_density', plain('haze', 'density')],
  ['set_ground', { sets: 'ground' }],
  ['set_floor', { sets: 'ground' }],
  ['add', { sets: 'object', kind: 'object' }],
  ['add_bird', { sets: 'object', kind: 'bird' }],
  ['add_boulder', { sets: 'object', kind: 'boulder' }],
  ['add_bush', { sets: 'object', kind: 'bush' }],
  ['add_carnivore', { sets: 'object', kind: 'carnivore' }],
  ['add_herbivore', { sets: 'object', kind: 'herbivore' }],
  ['add_tree', { sets: 'object', kind: 'tree' }],
]);

const OBJECT_PARAMETERS: readonly RawParameter[] = [
  { name: 'pixels', required: false },
  { name: 'loc', required: true },
  { name: 'height', required: true },
  { name: 'rotation', required: false },
  { name: 'appearance', required: false },
];
const SETTING_PARAMETERS: readonly RawParameter[] = [{ name: 'value', required: true }];

export function parametersOf(call: RawCall): readonly RawParameter[] {
  return call.sets === 'object' ? OBJECT_PARAMETERS : SETTING_PARAMETERS;
}

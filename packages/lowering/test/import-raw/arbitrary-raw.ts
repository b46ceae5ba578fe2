// Random RAW programs with what they say: in either spelling, in any order and layout.
import { quaternion } from '@diorama/geometry';
import fc from 'fast-check';
import type { RawFacts, RawFactsObject } from './export-raw.ts';

/** A program as RAW has it, its arrays, and the facts that an import must keep. */
export interface RawCase {
  readonly text: string;
  readonly rotations: readonly (readonly (readonly number[])[])[];
  readonly appearances: readonly (readonly number[])[];
  readonly facts: RawFacts;
}

export function rawCases(): fc.Arbitrary<RawCase> {
  const parts = fc.record({
    settings: fc.tuple(...Object.entries(SETTINGS).map(([name, numbers]) => fc.option(setting(name, numbers)))),
    ground: fc.option(fc.constantFrom('set_ground', 'set_floor')),
    objects: fc.array(object(), { maxLength: 8 }),
    order: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
    ends: fc.infiniteStream(fc.constantFrom('\n', '\r\n', ' ', '; ', ' # [ROT] is not\n', '\n\n')),
    dimension: fc.integer({ min: 1, max: 5 }),
    vectors: fc.infiniteStream(fc.float({ noNaN: true, noDefaultInfinity: true })),
  });
  return parts.map(({ settings, ground, objects, order, ends, dimension, vectors }) => {
    const given = settings.filter((one) => one !== null);
    const floor = ground === null ? [] : [{ text: `${ground}([CLIP])`, isGround: true }];
    const lines = [...given, ...floor, ...objects]
      .map((line) => ({ line, rank: order.next().value }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ line }) => line);
    const appearances: number[][] = [];
    const nextVector = () => {
      const vector = Array.from({ length: dimension }, () => vectors.next().value);
      appearances.push(vector);
      return vector;
    };
    let groundVector: readonly number[] | undefined;
    const turned: (typeof objects)[number][] = [];
    const placed: RawFactsObject[] = [];
    for (const line of lines) {
      if ('isGround' in line) groundVector = nextVector();
      if (!('facts' in line)) continue;
      if (line.facts.rotation !== undefined) turned.push(line);
      placed.push(line.hasAppearance ? { ...line.facts, appearance: nextVector() } : line.facts);
    }
    return {
      text: lines.map(({ text }) => `${text}${ends.next().value}`).join(''),
      rotations: turned.map(({ facts: { rotation = [] } }) => [0, 3, 6].map((row) => rotation.slice(row, row + 3))),
      appearances,
      facts: {
        settings: Object.fromEntries(given.map(({ name, value }) => [name, value])),
        objects: placed,
        ...(groundVector && { ground: groundVector }),
      },
    };
  });
}

/** A number and how RAW's text writes it. */
interface Written {
  readonly text: string;
  readonly value: number;
}

/** Numbers within bounds: mostly with few decimals, as RAW has them, else any but those that doubles hold with few bits. */
function written(min: number, max: number): fc.Arbitrary<Written> {
  const thousandths = fc.integer({ min: Math.ceil(min * 1000), max: Math.floor(max * 1000) });
  const decimals = thousandths.map((number) => (number / 1000).toFixed(3));
  const doubles = fc.double({ min, max, noNaN: true }).map(String);
  const exponents = fc.double({ min, max, noNaN: true }).map((value) => value.toExponential(4));
  return fc
    .oneof({ weight: 3, arbitrary: decimals }, doubles, exponents)
    .map((text) => ({ text, value: Number(text) }))
    .filter(({ value }) => min <= value && value <= max && (value === 0 || Math.abs(value) > 1e-300));
}

/** Within the ranges of the properties; only as many digits of `set_camera` as a pitch can keep. */
const SETTINGS: Readonly<Record<string, fc.Arbitrary<Written>>> = {
  set_camera: fc.integer({ min: 0, max: 180_000_000 }).map((millionths) => ({
    text: (millionths / 1e6).toFixed(6),
    value: millionths / 1e6,
  })),
  set_sun_elevation: written(-1.57, 1.57),
  set_sun_rotation: written(-360, 360),
  set_sun_size: written(0, 157),
  set_sun_intensity: written(0, 1000),
  set_sun_strength: written(0, 100),
  set_air: written(0, 10),
  set_dust: written(0, 10),
  set_ozone: written(0, 10),
  set_atmospheric_density: written(0, 10),
};

function setting(name: string, numbers: fc.Arbitrary<Written>) {
  return fc.tuple(numbers, fc.boolean()).map(([{ text, value }, other]) => {
    if (other && name === 'set_sun_strength') return { name, value, text: `set_strength(${text})` };
    if (other && name === 'set_atmospheric_density') return { name, value, text: `set_density(${value * 180})` };
    return { name, value, text: `${name}(${text})` };
  });
}

function object() {
  return fc
    .record({
      call: fc.constantFrom(
        ...['bird', 'boulder', 'bush', 'carnivore', 'herbivore', 'tree'].map((kind) => `add_${kind}`),
        'add',
      ),
      pixels: fc.nat(1_000_000),
      location: fc.tuple(written(-200, 200), written(-200, 200), written(-200, 200)),
      height: written(1e-3, 200),
      angles: fc.option(fc.tuple(fc.integer({ min: -180, max: 180 }), fc.double({ min: -180, max: 180, noNaN: true }))),
      hasAppearance: fc.boolean(),
      named: fc.boolean(),
    })
    .map(({ call, pixels, location, height, angles, hasAppearance, named }) => {
      const point = `(${location.map(({ text }) => text).join(', ')})`;
      const name = (text: string) => (named ? `${text}=` : '');
      const fields = [`${name('pixels')}${pixels}`, `${name('loc')}${point}`, `${name('height')}${height.text}`];
      if (angles !== null) fields.push('rotation=[ROT]');
      if (hasAppearance) fields.push('appearance=[CLIP]');
      const [first = 0, second = 0] = angles ?? [];
      const rotation = quaternion.toMatrix(quaternion.cameraRotation({ pitch: first, yaw: second, roll: first / 3 }));
      const facts: RawFactsObject = {
        call,
        pixels,
        location: location.map(({ value }) => value),
        height: height.value,
        // As RAW's arrays are stored: with 32 bits.
        ...(angles && { rotation: rotation.map(Math.fround) }),
      };
      return { facts, hasAppearance, text: `${call}(${fields.join(', ')})` };
    });
}

// Scene data as bytes and back.
import { expect, test } from 'vitest';
import { packSceneData } from '../src/pack-scene-data.ts';
import { unpackSceneData } from '../src/runtime/unpack-scene-data.ts';
import { toSceneData } from '../src/to-scene-data.ts';
import { boxStage } from './support/box-stage.ts';

const data = toSceneData(boxStage({ words: 'a "name" </script> \u2028', haze: true }));
const packed = packSceneData(data);

test('what is unpacked is what was packed, types of arrays included', () => {
  expect(unpackSceneData(packed)).toStrictEqual(JSON.parse(JSON.stringify(data), revive(data)));
  expect(unpackSceneData(packed).models[1]?.parts[0]?.colors).toBeInstanceOf(Uint16Array);
});

test('bytes that begin anywhere in a buffer are read alike', () => {
  const shifted = new Uint8Array(packed.length + 3);
  shifted.set(packed, 3);
  expect(unpackSceneData(shifted.subarray(3))).toStrictEqual(unpackSceneData(packed));
});

test('the same data gives the same bytes', () => {
  expect(packSceneData(toSceneData(boxStage({ words: 'a "name" </script> \u2028', haze: true })))).toEqual(packed);
});

/** JSON turns typed arrays into objects: takes them from the original by their place. */
function revive(original: unknown) {
  const arrays: unknown[] = [];
  JSON.stringify(original, (_, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value;
    arrays.push(value);
    return null;
  });
  let next = 0;
  return (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && '0' in value && !Array.isArray(value) ? arrays[next++] : value;
}

// Turns what the library wrote with one element of each array into what the whole arrays give.
import { invariant } from '@diorama/diagnostics';
import type { GLTF } from '@gltf-transform/core';

/** Numbers of an accessor, without gaps: every element's length is a multiple of four bytes, but for indices. */
export type Numbers = Float32Array | Uint16Array | Uint32Array;

/**
 * The library copies arrays number by number, which takes most of an emission's time. So it is given the first element of each,
 * under a name that is the array's index in `arrays`; here its accessors and buffer views are put right, and the names taken away.
 * Gives back the bytes of the one buffer.
 */
export function placeArrays(json: GLTF.IGLTF, binary: Uint8Array, arrays: readonly Numbers[]): Uint8Array {
  const [buffer, views] = [json.buffers?.[0], json.bufferViews ?? []];
  invariant(buffer !== undefined, 'a file with arrays has a buffer');
  const usersOf = views.map((): GLTF.IAccessor[] => []);
  for (const accessor of json.accessors ?? []) usersOf[accessor.bufferView ?? -1]?.push(accessor);
  const blocks: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  let end = 0;
  const add = (bytes: Uint8Array): void => {
    blocks.push({ at: end, bytes });
    end += Math.ceil(bytes.length / 4) * 4;
  };
  for (const [index, view] of views.entries()) {
    const start = end;
    const users = usersOf[index] ?? [];
    if (users.some(({ name }) => name !== undefined)) {
      for (const accessor of users) {
        accessor.byteOffset = end - start;
        add(placeArray(accessor, arrays));
      }
      view.byteLength = end - start;
    } else {
      const from = view.byteOffset ?? 0;
      add(binary.subarray(from, from + view.byteLength));
    }
    view.byteOffset = start;
  }
  buffer.byteLength = end;
  const placed = new Uint8Array(end);
  for (const { at, bytes } of blocks) placed.set(bytes, at);
  return placed;
}

/** Makes the accessor one of its whole array, whose bytes it gives back. */
function placeArray(accessor: GLTF.IAccessor, arrays: readonly Numbers[]): Uint8Array {
  const array = arrays[Number(accessor.name)];
  invariant(array !== undefined, 'arrays that share a buffer view are all known');
  delete accessor.name;
  const size = SIZES[accessor.type] ?? 1;
  accessor.count = array.length / size;
  if (accessor.min !== undefined) Object.assign(accessor, boundsOf(array, size));
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

const SIZES: Readonly<Record<string, number>> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 };

interface Extent {
  readonly min: number[];
  readonly max: number[];
}

/** Kept for as long as the array is, which nobody changes. */
function boundsOf(array: Numbers, size: number): Extent {
  const known = KNOWN.get(array);
  if (known !== undefined) return { min: [...known.min], max: [...known.max] };
  const min = new Array<number>(size).fill(Infinity);
  const max = new Array<number>(size).fill(-Infinity);
  for (let index = 0; index < array.length; index += size) {
    for (let part = 0; part < size; part += 1) {
      const number = array[index + part] as number;
      if (number < (min[part] as number)) min[part] = number;
      if (number > (max[part] as number)) max[part] = number;
    }
  }
  KNOWN.set(array, { min, max });
  return { min: [...min], max: [...max] };
}

const KNOWN = new WeakMap<Numbers, Extent>();

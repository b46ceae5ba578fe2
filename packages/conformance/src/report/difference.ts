// Turns two pictures into one of where they differ.
import type { Picture } from '../picture.ts';
import type { ReportPicture } from './report.ts';

/** White where the ids differ, else the second picture's edges in gray. */
export function idDifference(
  first: Required<Pick<Picture, 'ids' | 'width' | 'height'>>,
  ids: Uint32Array,
): ReportPicture {
  const { width, height } = first;
  const pixels = new Uint8Array(4 * width * height);
  for (let index = 0; index < ids.length; index += 1) {
    const isEdge = index % width > 0 && ids[index] !== ids[index - 1];
    const value = first.ids[index] === ids[index] ? (isEdge ? 60 : 0) : 255;
    pixels.set([value, value, value, 255], 4 * index);
  }
  return { caption: 'ids that differ', width, height, pixels };
}

/** The difference of each part, 20 times as strong, around gray. */
export function colorDifference(first: Required<Picture>, color: Uint8Array): ReportPicture {
  const { width, height } = first;
  const pixels = Uint8Array.from(color, (part, index) =>
    index % 4 === 3 ? 255 : Math.max(0, Math.min(255, 128 + 20 * (part - (first.color[index] as number)))),
  );
  return { caption: 'colors that differ, × 20', width, height, pixels };
}

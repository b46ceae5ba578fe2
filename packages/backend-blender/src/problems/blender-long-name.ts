// A label is longer than the names that Blender keeps.
import { type Diagnostic, type ProblemPage, problem } from '@diorama/diagnostics';
import type { Scene } from '@diorama/scene';

export const BLENDER_LONG_NAME: ProblemPage = {
  code: 'blender-long-name',
  severity: 'note',
  command: 'compile',
  title: 'a label that Blender cuts short',
  explanation: `Objects in Blender have names of at most 63 bytes of UTF-8. A longer label is cut there; if that makes two names
equal, Blender adds a number to one of them.

The whole label is kept with the object, as its custom property \`diorama_label\`.`,
  bad: `tree the_very_old_oak_that_stands_behind_the_mill_and_leans_towards_the_road_a_little { at: (0, -9), height: 14 }`,
  good: `tree old_oak { at: (0, -9), height: 14 }`,
};

export function noteLongNames({ elements }: Scene): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { label, origin } of elements) {
    if (label === undefined || origin === undefined || bytesOf(label) <= LONGEST_NAME) continue;
    diagnostics.push(
      problem(BLENDER_LONG_NAME, origin, 'its label is too long for a name in Blender', {
        notes: [
          `expected: at most ${LONGEST_NAME} bytes`,
          `found: ${bytesOf(label)}`,
          'nothing is lost: the whole label is the custom property `diorama_label`',
        ],
      }),
    );
  }
  return diagnostics;
}

/** Blender's MAX_ID_NAME without the two letters of its kind and the closing NUL. */
const LONGEST_NAME = 63;

/** As UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

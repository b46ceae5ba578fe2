// What can be read from a value by `.name`.
import type { MemberDefinition } from './definitions.ts';
import { LENGTH, POSITION, ROTATION } from './types.ts';

/** Every member: x, y and z in metres, and what an element tells of itself. */
export const MEMBERS: readonly MemberDefinition[] = [
  ...(['position', 'vector'] as const).flatMap((of) =>
    (['x', 'y', 'z'] as const).map(
      (name): MemberDefinition => ({
        of,
        name,
        type: LENGTH,
        doc: `Its ${name}. ${of === 'position' ? 'The y of a point on the ground is 0.' : ''}`.trim(),
      }),
    ),
  ),
  { of: 'element', name: 'at', type: POSITION, doc: 'Where it stands.' },
  { of: 'element', name: 'height', type: LENGTH, doc: 'How tall it is.' },
  { of: 'element', name: 'top', type: POSITION, doc: 'The point above its place by its height.' },
  { of: 'element', name: 'rotation', type: ROTATION, doc: 'How it is turned.' },
];

/** The member of a name that values of one sort have. */
export function findMember(of: MemberDefinition['of'], name: string): MemberDefinition | undefined {
  return MEMBERS.find((entry) => entry.of === of && entry.name === name);
}

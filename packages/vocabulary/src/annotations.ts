// The annotations: facts about an element that are no part of the scene.
import type { AnnotationDefinition } from './definitions.ts';
import { INTEGER, NUMBER, TEXT, within } from './types.ts';

/** Every annotation that the language knows, in the order of the reference. */
export const ANNOTATIONS: readonly AnnotationDefinition[] = [
  {
    name: 'pixels',
    doc: 'How many pixels of the picture the element fills.',
    parameters: [{ name: 'count', type: within(INTEGER, { min: 0 }) }],
    example: '@pixels(1582)',
  },
  {
    name: 'confidence',
    doc: 'How sure the writer is of the element.',
    parameters: [{ name: 'probability', type: within(NUMBER, { min: 0, max: 1 }) }],
    example: '@confidence(0.83)',
  },
  {
    name: 'note',
    doc: 'A remark that stays with the element through every form of the program.',
    parameters: [{ name: 'text', type: TEXT }],
    example: '@note("left of the lake in the photograph")',
  },
];

/** The annotation of a name, written without its `@`. */
export function findAnnotation(name: string): AnnotationDefinition | undefined {
  return ANNOTATIONS.find((entry) => entry.name === name);
}

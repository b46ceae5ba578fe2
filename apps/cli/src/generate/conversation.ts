// Turns what the user wants, and what was wrong so far, into messages to a model.
import type { Diagnostic, SourceFile } from '@diorama/diagnostics';
import { KINDS } from '@diorama/vocabulary';
import type { Message } from './generator.ts';

/** The messages of the first attempt. */
export function startConversation(prompt: string, form: 'core' | 'whole'): readonly Message[] {
  return [
    { role: 'system', content: introduce(form) },
    { role: 'user', content: `Write a Diorama program: ${prompt}` },
  ];
}

/** The messages of another attempt, after a program with these errors. */
export function continueConversation(
  messages: readonly Message[],
  source: SourceFile,
  diagnostics: readonly Diagnostic[],
): readonly Message[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').slice(0, MOST_ERRORS);
  const lines = errors.map(({ title, primary, notes }) => {
    const { line } = source.positionAt(primary.start);
    return `line ${line}: ${title}: ${[primary.message, ...notes].join('; ')}`;
  });
  return [
    // A refused attempt is replaced by the next: what was wrong two attempts ago is of no use.
    ...messages.slice(0, 2),
    { role: 'assistant', content: source.text },
    { role: 'user', content: `This has errors. Write the whole program again without them:\n${lines.join('\n')}` },
  ];
}

/** Each attempt has to fit into what a small model reads. */
const MOST_ERRORS = 10;

/** A program of core form, checked by a test. */
export const EXAMPLE: string = `sky { sun_elevation: 30 }
ground {}
tree { at: (-3, -12), height: 6 }
herbivore { at: (2, -9), height: 1.4 }
`;

function introduce(form: 'core' | 'whole'): string {
  const kinds = KINDS.map(({ name }) => name).join(', ');
  const lines = [
    'You write programs in Diorama, a language for 3D nature scenes. Answer with the program alone, without a word besides.',
    'One element a line: a kind, then its properties in braces. Places are (x, z) or (x, y, z) in metres, heights are in',
    'metres, angles in degrees. The camera is at the origin and looks down negative z, so that what is seen has z < 0.',
    `Kinds: ${kinds}.`,
  ];
  if (form === 'whole') lines.push('You may use let, for, functions and prefabs too.');
  return `${lines.join('\n')}\nExample:\n${EXAMPLE}`;
}

// Turns a typed program into the text of its core form.
import type * as typed from '@diorama/checker';
import type { Outcome } from '@diorama/diagnostics';
import { type LoweringOptions, lower } from './lower.ts';
import { printCoreForm } from './print-core-form.ts';

/**
 * The program without names, arithmetic, loops, prefabs and scatters. Comments and documentation are about the text that
 * was written and are not kept, not even one at its top; `@note(…)` stays with its element.
 */
export function expand(program: typed.Program, options: Partial<LoweringOptions> = {}): Outcome<string> {
  const { value, diagnostics } = lower(program, options);
  return { value: printCoreForm(value), diagnostics };
}

// Turns a syntax tree into a typed program.
import type { Outcome } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import type { CheckOptions } from './check-options.ts';
import { checkSections } from './check-sections.ts';
import type * as typed from './typed-tree.ts';

/** Checks a whole program: names, types, constants, limits, and everything that no draw decides. */
export function check(program: ast.Program, options: CheckOptions): Outcome<typed.Program> {
  const sections = program.sections.map((section) => ({ section, shift: 0 }));
  const { value, diagnostics } = checkSections(sections, options);
  return { value: value.program, diagnostics };
}

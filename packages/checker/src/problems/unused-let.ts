// Warns of a let that nothing uses.
import { type Diagnostic, insert, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const unusedLetPage: ProblemPage = {
  code: 'unused-let',
  severity: 'warning',
  title: 'unused name',
  explanation:
    'The name is declared and never used. Often that is a misspelling, or what is left after an edit.\n\nUse it, remove it, or let it begin with `_` to keep it as it is.',
  bad: 'let far = 30m\ntree { at: (0, -8), height: 4 }',
  good: 'let _far = 30m\ntree { at: (0, -8), height: 4 }',
};

/** A let that nothing uses. */
export function unusedLet(place: Place, name: string): Diagnostic {
  return problem(unusedLetPage, place, `\`${name}\` is never used`, {
    notes: [`remove it, or call it \`_${name}\` to keep it`],
    fixes: [insert(place.start, '_', { title: `call it _${name}`, safe: false })],
  });
}

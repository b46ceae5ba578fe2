import { type Diagnostic, label, type Place, type ProblemPage, problem, type SourceFile } from '@diorama/diagnostics';
import type { Below } from '../scope.ts';

export const declaredBelowPage: ProblemPage = {
  code: 'declared-below',
  severity: 'error',
  title: 'used before its declaration',
  explanation:
    'Names are known from their declaration on, in every block: this keeps programs readable from the top, and free of recursion. Move the declaration above its first use.',
  bad: 'tree { at: (0, -far), height: 5 }\nlet far = 30m',
  good: 'let far = 30m\ntree { at: (0, -far), height: 5 }',
};

/** A name is declared only further down. */
export function declaredBelow(place: Place, name: string, declaration: Below, source: SourceFile): Diagnostic {
  const { line } = source.positionAt(declaration.place.start + declaration.shift);
  return problem(declaredBelowPage, place, `\`${name}\` is not known yet`, {
    related: [label(declaration.place, `it is declared here, on line ${line}`)],
    notes: [`move the declaration of \`${name}\` above this line`],
  });
}

// Reports a name that is used above its declaration.
import { type Diagnostic, label, type Place, type ProblemPage, problem, type SourceFile } from '@diorama/diagnostics';
import type { Below } from '../unreachable-declarations.ts';

export const declaredBelowPage: ProblemPage = {
  code: 'declared-below',
  severity: 'error',
  title: 'used before its declaration',
  explanation:
    'A name is known from its declaration on, and this one is declared only further down.\n\nThe rule holds everywhere and for everything: lets, labels and prefabs. It lets a program be read from the top, and it leaves no room for names that are made from each other.\n\nMove the declaration above its first use.',
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

/** A name is used in its own value. */
export function declaredByItself(place: Place, name: string, declaration: Place): Diagnostic {
  return problem(declaredBelowPage, place, `\`${name}\` is not known before its value is`, {
    title: 'a name in its own value',
    related: [label(declaration, 'this is the name that is being declared')],
    notes: [`a name has one value: choose another one for the new value, such as \`${name}2\``],
  });
}

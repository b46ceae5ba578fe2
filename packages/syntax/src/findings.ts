// Turns what is found wrong with a section into diagnostics: only once it is known which of it is told.
import type { Diagnostic, Place } from '@diorama/diagnostics';

/** A mistake, and what makes the diagnostic of it. */
export interface Finding {
  readonly place: Place;
  readonly problem: (place: Place, ...facts: never) => Diagnostic;
  readonly facts: readonly unknown[];
}

/** Notes a mistake of a class: `find(ctx.findings, missingColon, place, 'height', true)`. */
export function find<Facts extends readonly unknown[]>(
  findings: Finding[],
  problem: (place: Place, ...facts: Facts) => Diagnostic,
  place: Place,
  ...facts: Facts
): void {
  findings.push({ place, problem, facts });
}

/** A section with more findings is no program; of the rest, the first of each line is told. */
const PLENTY = 50;

/** The diagnostics of a section's findings, which are in order. */
export function tell(text: string, findings: readonly Finding[]): Diagnostic[] {
  const told = findings.slice(0, PLENTY).map(diagnosticOf);
  let lineEnd = lineEndAt(text, findings[PLENTY - 1]);
  for (let i = PLENTY; i < findings.length; i++) {
    const finding = findings[i] as Finding;
    if (finding.place.start <= lineEnd) continue;
    told.push(diagnosticOf(finding));
    lineEnd = lineEndAt(text, finding);
  }
  return told;
}

function lineEndAt(text: string, finding: Finding | undefined): number {
  if (finding === undefined) return -1;
  const end = text.indexOf('\n', finding.place.start);
  return end === -1 ? text.length : end;
}

function diagnosticOf({ place, problem, facts }: Finding): Diagnostic {
  return problem(place, ...(facts as never));
}

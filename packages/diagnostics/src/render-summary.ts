// Turns diagnostics into the one line that closes a report: `2 errors, 1 warning`.
import type { Diagnostic, Severity } from './diagnostic.ts';

/** The counts by severity, gravest first; `no problems` if there is nothing to say. */
export function renderSummary(diagnostics: readonly Diagnostic[]): string {
  const counts = SEVERITIES.map((severity) => count(diagnostics, severity)).filter((text) => text !== '');
  return counts.length === 0 ? 'no problems' : counts.join(', ');
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

function count(diagnostics: readonly Diagnostic[], severity: Severity): string {
  const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  if (number === 0) return '';
  return number === 1 ? `1 ${severity}` : `${number} ${severity}s`;
}

// Warns of a direction from a point to itself that only the running program brings about: the checker's page as a warning.
import { type Diagnostic, type Place, problem } from '@diorama/diagnostics';
import { checkerPage } from '../checker-page.ts';
import type { LoweringContext } from '../context.ts';

/** Each is told once, where it stands, however often it is run. */
export function noteLostDirection(ctx: LoweringContext, place: Place, fact: string, used: string): void {
  const id = `${place.file} ${place.start}`;
  if (!ctx.misfits.has(id)) ctx.misfits.set(id, lostDirection(place, fact, used));
}

function lostDirection(place: Place, fact: string, used: string): Diagnostic {
  const page = checkerPage('no-direction');
  return problem({ ...page, severity: 'warning' }, place, fact, { notes: [used] });
}

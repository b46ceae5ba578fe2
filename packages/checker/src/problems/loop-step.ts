// Reports the step of a loop that is missing, needless or not above 0.
import { type Diagnostic, insert, type Label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { type Type, typeText } from '../type.ts';

export const loopStepPage: ProblemPage = {
  code: 'loop-step',
  severity: 'error',
  title: 'a loop’s step',
  explanation:
    'A loop over whole numbers steps by 1 unless it says otherwise. Between other numbers there is no next one: a loop over lengths, angles or fractions says how far to step, `for d in 0m..10m step 2.5m`.\n\nA step is greater than 0 and measures the same as its range; to count down, count up and subtract. A loop over a list takes every item, and has no step.',
  bad: 'for d in 0m..10m { tree { at: (d, -20m), height: 5 } }',
  good: 'for d in 0m..10m step 2.5m { tree { at: (d, -20m), height: 5 } }',
};

/** A range of measures without a step. */
export function missingStep(place: Place, type: Type): Diagnostic {
  const unit = { Length: '1m', Angle: '10deg' }[typeText(type)] ?? '0.1';
  return problem(loopStepPage, place, `how far from one ${typeText(type)} to the next?`, {
    title: 'a loop’s step is missing',
    notes: [`write the step after the range: \`… step ${unit}\``],
    fixes: [insert(place.end, ` step ${unit}`, { safe: false })],
  });
}

/** A step that leads nowhere. */
export function zeroStep(place: Place, value: number, related: readonly Label[] = []): Diagnostic {
  return problem(loopStepPage, place, value === 0 ? 'a step of 0 leads nowhere' : `this step is ${value}`, {
    related,
    notes: ['expected a step greater than 0', 'to count down, count up and subtract'],
  });
}

/** A step where the list gives the values. `place` begins behind the list. */
export function stepOverList(place: Place, list: number): Diagnostic {
  return problem(loopStepPage, place, 'a loop over a list takes every item', {
    notes: ['leave the step out'],
    fixes: [{ title: 'remove the step', edits: [{ start: list, end: place.end, text: '' }], safe: true }],
  });
}

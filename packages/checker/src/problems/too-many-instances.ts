// Reports a scene of more elements than the limit.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const tooManyInstancesPage: ProblemPage = {
  code: 'too-many-instances',
  severity: 'error',
  title: 'too many elements',
  explanation:
    'A scene may have 1,000,000 elements, counted before anything is made, so that a scene from a stranger is safe to open. Every turn of a loop, every point of a scatter and every use of a prefab counts what it makes.\n\nMake fewer elements, or larger ones: one bush may stand for a thicket.',
  bad: 'scatter 2000000 in disk(radius: 4000) { bush { height: 1 } }',
  good: 'scatter 2000 in disk(radius: 400) { bush { height: 1 } }',
};

/** A scene would have more elements than are allowed. */
export function tooManyInstances(place: Place, count: number, limit: number): Diagnostic {
  return problem(tooManyInstancesPage, place, `with this the scene has ${count.toLocaleString('en-US')} elements`, {
    notes: [`expected at most ${limit.toLocaleString('en-US')}`, 'make fewer, or larger ones'],
  });
}

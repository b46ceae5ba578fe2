import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const misplacedSettingPage: ProblemPage = {
  code: 'misplaced-setting',
  severity: 'error',
  title: 'a setting inside of something',
  explanation:
    'Scene, camera, sky, haze and ground belong to the whole scene: they stand at top level, not in a loop, group, prefab or scatter. (An `if` at top level may hold them.)',
  bad: 'group { at: (0, -4) sky { dust: 2 } }',
  good: 'sky { dust: 2 }',
};

/** A setting of the whole scene stands in a part of it. */
export function misplacedSetting(place: Place, name: string, inside: string): Diagnostic {
  return problem(misplacedSettingPage, place, `\`${name}\` cannot stand in ${inside}`, {
    notes: [`move \`${name}\` to the top level of the file`],
  });
}

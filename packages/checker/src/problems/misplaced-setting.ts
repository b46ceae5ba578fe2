// Reports a setting that does not stand at top level.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const misplacedSettingPage: ProblemPage = {
  code: 'misplaced-setting',
  severity: 'error',
  title: 'a setting inside of something',
  explanation:
    '`scene`, `camera`, `sky`, `haze` and `ground` belong to the scene as a whole: there is one of each. So they stand at the top level of the file, not in a loop, group, prefab or scatter, which may come to be many times or in a frame of their own.\n\nMove the setting to the top level. An `if` at top level may hold one.',
  bad: 'group { at: (0, -4) sky { dust: 2 } }',
  good: 'sky { dust: 2 }',
};

/** A setting of the whole scene stands in a part of it. */
export function misplacedSetting(place: Place, name: string, inside: string): Diagnostic {
  return problem(misplacedSettingPage, place, `\`${name}\` cannot stand in ${inside}`, {
    notes: [`move \`${name}\` to the top level of the file`],
  });
}

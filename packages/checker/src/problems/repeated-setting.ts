import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const repeatedSettingPage: ProblemPage = {
  code: 'repeated-setting',
  severity: 'error',
  title: 'a setting given twice',
  explanation: 'A scene has one camera, one sky, one ground, one haze and one `scene` element.',
  bad: 'camera { fov: 40 }\ncamera { fov: 50 }',
  good: 'camera { fov: 40 }',
};

/** A second camera, sky, … */
export function repeatedSetting(place: Place, name: string, earlier: Place): Diagnostic {
  return problem(repeatedSettingPage, place, `the scene has \`${name}\` already`, {
    related: [label(earlier, 'first given here')],
    notes: ['put the properties of both into one'],
  });
}

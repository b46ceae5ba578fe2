// Reports a setting that a scene has already.
import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const repeatedSettingPage: ProblemPage = {
  code: 'repeated-setting',
  severity: 'error',
  title: 'a setting given twice',
  explanation:
    'A scene has one `scene` element, one camera, one sky, one haze and one ground.\n\nPut the properties of both into one element. The two branches of an `if` may have one each, since only one of them comes about.',
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

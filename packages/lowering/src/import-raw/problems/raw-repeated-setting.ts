// A RAW program sets something twice.
import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const RAW_REPEATED_SETTING: ProblemPage = {
  code: 'raw-repeated-setting',
  severity: 'error',
  command: 'import',
  title: 'set twice in a RAW program',
  explanation: `A scene has one camera, one sky, one haze and one ground, and each of their settings has one value; so
has each argument of a call. Two spellings of one setting, as \`set_strength\` and \`set_sun_strength\`, count as the
same.

Remove the one that is not meant.`,
  bad: 'set_strength(0.2)\nset_sun_strength(0.3)',
  good: 'set_sun_strength(0.3)',
};

export function rawRepeatedSetting(place: Place, first: Place, what: string): Diagnostic {
  return problem(RAW_REPEATED_SETTING, place, `${what} is set again here`, {
    related: [label(first, 'first set here')],
    notes: ['remove one of the two'],
  });
}

export function rawRepeatedArgument(place: Place, first: Place, name: string): Diagnostic {
  return problem(RAW_REPEATED_SETTING, place, `${name} is given again here`, {
    title: 'argument given twice in a RAW call',
    related: [label(first, 'first given here')],
    notes: ['remove one of the two'],
  });
}

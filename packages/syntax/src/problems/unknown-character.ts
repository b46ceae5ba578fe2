// Characters that mean nothing in the language.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const unknownCharacterPage: ProblemPage = {
  code: 'unknown-character',
  severity: 'error',
  title: 'unknown character',
  explanation:
    'Outside of texts and comments a program is written with letters, digits, `_` and a few signs of the ' +
    'keyboard. This character is none of them. Some look like one: `×` for `*`, a full-width `，` for `,`, a ' +
    'no-break space for a space. They often arrive by copy and paste.\n\n' +
    'Replace or remove it. In texts and comments any character may stand.',
  bad: 'tree { at: (0, −8), height: 9m }',
  good: 'tree { at: (0, -8), height: 9m }',
};

/** `meant` is what the writer evidently meant, if one sign looks like it; `` for a space. */
export function unknownCharacter(place: Place, written: string, meant: string | undefined): Diagnostic {
  if (meant === undefined) {
    const message =
      [...written].length === 1 ? `${named(written)} means nothing here` : 'these characters mean nothing here';
    return problem(unknownCharacterPage, place, message, {
      notes: ['names are written with letters a to z, digits and `_`; other characters belong in a "text"'],
      fixes: [replace(place, '', { title: `remove ${named(written)}`, safe: false })],
    });
  }
  const word = meant.trim() === '' ? 'a plain space' : `\`${meant}\``;
  return problem(unknownCharacterPage, place, `${named(written)} looks like ${word}, but is another character`, {
    notes: [`write ${word}`],
    fixes: [replace(place, meant, { title: `write ${word}` })],
  });
}

/** A character that can be shown, else its number. */
function named(written: string): string {
  if (/^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(written)) return `\`${written}\``;
  const codes = [...written].map(
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return codes.length > 3 ? `${codes.slice(0, 3).join(' ')} …` : codes.join(' ');
}

/** `sun-elevation`: a minus sign inside of a name. */
export function hyphenInName(place: Place, meant: string): Diagnostic {
  return problem(unknownCharacterPage, place, '`-` means minus; a name has `_` instead', {
    title: 'hyphen in a name',
    notes: [`write \`${meant}\``],
    fixes: [replace(place, meant)],
  });
}

/** `sun elevation: 12`: a space inside of a name. */
export function spaceInName(place: Place, meant: string): Diagnostic {
  return problem(unknownCharacterPage, place, 'a name has no spaces, but `_`', {
    title: 'space in a name',
    notes: [`write \`${meant}\``],
    fixes: [replace(place, meant, { safe: false })],
  });
}

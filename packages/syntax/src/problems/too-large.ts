// A file larger than the limit, or with a text in it that is.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const tooLargePage: ProblemPage = {
  code: 'too-large',
  severity: 'error',
  title: 'file too large',
  explanation:
    'A program may have 64 MiB. A larger file is not read at all, nor is one in which a single text or comment has ' +
    'millions of escapes or asterisks.\n\n' +
    'Split it, and fetch the parts with `use`.',
  bad: '// a file of more than 64 MiB',
  good: '// a file of at most 64 MiB',
  describesBad: true,
};

export function tooLarge(place: Place, length: number, limit: number): Diagnostic {
  const mebibytes = (count: number): string => `${(count / 1024 / 1024).toFixed(1)} MiB`;
  return problem(tooLargePage, place, `this file has ${mebibytes(length)}, the limit is ${mebibytes(limit)}`, {
    notes: ['split the program, and fetch the parts with `use`'],
  });
}

/** The file is small enough, but has too many tokens. */
export function tooManyWords(place: Place, limit: number): Diagnostic {
  return problem(tooLargePage, place, `this file has more than ${limit.toLocaleString('en-US')} words and signs`, {
    notes: ['split the program, and fetch the parts with `use`'],
  });
}

/** The file is small enough, but one of its tokens is not. */
export function tooLargeToken(place: Place): Diagnostic {
  return problem(tooLargePage, place, 'a text or a comment in this file has millions of escapes or asterisks', {
    notes: ['shorten the text or the comment'],
  });
}

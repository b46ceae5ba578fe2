// Turns what a tokenizer does to a text before splitting it into the reason why that text cannot be had back.
import { isRecord, type JsonRecord, show } from './json.ts';
import { type Refusal, refuse } from './refusal.ts';
import { flatten } from './spelling.ts';

/**
 * Undefined if texts come back as they were, but for canonical composition (NFC), which leaves programs as they are: they
 * are ASCII outside of strings and comments.
 */
export function findLoss(file: JsonRecord): Refusal | undefined {
  for (const step of flatten(file.normalizer, 'normalizers')) {
    const loss = lossOfNormalizer(step);
    if (loss !== undefined) return refuse(`normalizer has ${show(step.type)}: it ${loss}`);
  }
  for (const step of flatten(file.pre_tokenizer, 'pretokenizers'))
    if (losesSpaces(step))
      return refuse(`pre_tokenizer has ${show(step.type)}: it drops the white space between words`);
  return undefined;
}

function lossOfNormalizer(step: JsonRecord): string | undefined {
  switch (step.type) {
    case 'NFC':
    case 'Prepend':
    case 'ByteLevel':
      return undefined;
    case 'Replace':
      return isSpaceLetter(step) ? undefined : `replaces ${show(step.pattern)} by ${show(step.content)}`;
    case 'Lowercase':
      return 'turns capitals into small letters';
    case 'StripAccents':
    case 'BertNormalizer':
      return 'drops accents or capitals';
    case 'NFD':
    case 'NFKC':
    case 'NFKD':
    case 'Nmt':
    case 'Precompiled':
      return 'replaces letters by others of like meaning';
    case 'Strip':
      return 'drops white space at the ends of a text';
    default:
      return 'is not known to keep every letter';
  }
}

/** The letter for spaces, U+2581. */
function isSpaceLetter(step: JsonRecord): boolean {
  const pattern = step.pattern;
  return isRecord(pattern) && pattern.String === ' ' && step.content === '\u2581';
}

function losesSpaces(step: JsonRecord): boolean {
  switch (step.type) {
    case 'Whitespace':
    case 'WhitespaceSplit':
    case 'BertPreTokenizer':
    case 'CharDelimiterSplit':
      return true;
    default:
      // Inverted, the matches are the words: GPT-4o's file is written so, and its pattern matches everything.
      return step.behavior === 'Removed' && step.invert !== true;
  }
}

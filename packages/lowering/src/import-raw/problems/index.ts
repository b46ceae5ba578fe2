// The pages of all that the import of RAW's programs can say.
import type { ProblemPage } from '@diorama/diagnostics';
import { RAW_ARRAY_MISMATCH } from './raw-array-mismatch.ts';
import { RAW_BAD_ARRAY } from './raw-bad-array.ts';
import { RAW_BAD_VALUE } from './raw-bad-value.ts';
import { RAW_MISSING_APPEARANCES } from './raw-missing-appearances.ts';
import { RAW_MISSING_ARGUMENT } from './raw-missing-argument.ts';
import { RAW_MISSING_ROTATIONS } from './raw-missing-rotations.ts';
import { RAW_OUT_OF_RANGE } from './raw-out-of-range.ts';
import { RAW_REPEATED_SETTING } from './raw-repeated-setting.ts';
import { RAW_SYNTAX } from './raw-syntax.ts';
import { RAW_UNKNOWN_ARGUMENT } from './raw-unknown-argument.ts';
import { RAW_UNKNOWN_CALL } from './raw-unknown-call.ts';

/** An example names its arrays as its first line's command does: `# diorama import raw scene.txt --rotations FILE`. */
export const RAW_PAGES: readonly ProblemPage[] = [
  RAW_SYNTAX,
  RAW_UNKNOWN_CALL,
  RAW_UNKNOWN_ARGUMENT,
  RAW_MISSING_ARGUMENT,
  RAW_REPEATED_SETTING,
  RAW_BAD_VALUE,
  RAW_OUT_OF_RANGE,
  RAW_MISSING_ROTATIONS,
  RAW_MISSING_APPEARANCES,
  RAW_ARRAY_MISMATCH,
  RAW_BAD_ARRAY,
];

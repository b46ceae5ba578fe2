// The pages of all that lowering, expanding and pinning can say of their own.
import type { ProblemPage } from '@diorama/diagnostics';
import { CANNOT_PIN } from './cannot-pin.ts';
import { OUT_OF_RANGE_BY_SCALE } from './out-of-range-by-scale.ts';
import { REGION_FULL } from './region-full.ts';

/** The page of every problem that lowering and pinning report. */
export const LOWERING_PAGES: readonly ProblemPage[] = [REGION_FULL, OUT_OF_RANGE_BY_SCALE, CANNOT_PIN];

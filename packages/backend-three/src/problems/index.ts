// The pages of all that writing for three.js can say.
import type { ProblemPage } from '@diorama/diagnostics';
import { MANY_LAMPS } from './many-lamps.ts';

/** The page of every problem that this backend reports. */
export const THREE_PAGES: readonly ProblemPage[] = [MANY_LAMPS];

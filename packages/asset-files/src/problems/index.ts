// The pages of all that importing and checking asset libraries can say.
import type { ProblemPage } from '@diorama/diagnostics';
import { LIBRARY_DOUBT } from './library-doubt.ts';
import { LIBRARY_FAULT } from './library-fault.ts';
import { UNSURE_IMPORT } from './unsure-import.ts';

/** The page of every problem that importing and checking asset libraries reports. */
export const ASSET_FILES_PAGES: readonly ProblemPage[] = [UNSURE_IMPORT, LIBRARY_FAULT, LIBRARY_DOUBT];

// The pages of all that staging can say.
import type { ProblemPage } from '@diorama/diagnostics';
import { LOOKS_ELSE } from './looks-else.ts';
import { MISSING_ASSET } from './missing-asset.ts';

/** The page of every problem that staging reports. */
export const STAGE_PAGES: readonly ProblemPage[] = [MISSING_ASSET, LOOKS_ELSE];

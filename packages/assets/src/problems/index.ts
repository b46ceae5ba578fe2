// The pages of all that reading the user's assets can say.
import type { ProblemPage } from '@diorama/diagnostics';
import { ASSET_NOTE } from './asset-note.ts';
import { UNREADABLE_ASSET } from './unreadable-asset.ts';

/** The page of every problem that reading the user's assets reports. */
export const ASSETS_PAGES: readonly ProblemPage[] = [UNREADABLE_ASSET, ASSET_NOTE];

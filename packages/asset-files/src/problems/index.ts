// The pages of all that importing and writing asset files can say.
import type { ProblemPage } from '@diorama/diagnostics';

export const ASSET_FILES_PAGES: readonly ProblemPage[] = [];

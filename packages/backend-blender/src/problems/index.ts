// The pages of all that writing for Blender can say.
import type { ProblemPage } from '@diorama/diagnostics';
import { BLENDER_LONG_NAME } from './blender-long-name.ts';

/** The page of every problem that {@link emitBlender} reports. */
export const BLENDER_PAGES: readonly ProblemPage[] = [BLENDER_LONG_NAME];

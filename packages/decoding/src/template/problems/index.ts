// The pages of all that completing programs can say of its own.
import type { ProblemPage } from '@diorama/diagnostics';
import { UNFILLABLE_HOLE } from './unfillable-hole.ts';

export const TEMPLATE_PAGES: readonly ProblemPage[] = [UNFILLABLE_HOLE];

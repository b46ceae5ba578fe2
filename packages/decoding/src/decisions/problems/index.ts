// The pages of all that encoding programs as decisions can say of its own.
import type { ProblemPage } from '@diorama/diagnostics';
import { NOT_CORE_FORM } from './not-core-form.ts';

export const DECISION_PAGES: readonly ProblemPage[] = [NOT_CORE_FORM];

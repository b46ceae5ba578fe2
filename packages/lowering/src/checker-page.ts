// Finds the pages of problems that are the checker's to explain and that lowering may meet all the same.
import { CHECKER_PAGES } from '@diorama/checker';
import { invariant, type ProblemPage } from '@diorama/diagnostics';

export function checkerPage(code: string): ProblemPage {
  const page = CHECKER_PAGES.find((candidate) => candidate.code === code);
  invariant(page !== undefined, `the checker has a page for ${code}`);
  return page;
}

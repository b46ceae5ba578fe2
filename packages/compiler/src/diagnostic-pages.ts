// Lists the pages of all diagnostics, stage by stage in the order in which a program meets them.
import { ASSET_FILES_PAGES } from '@diorama/asset-files/problems';
import { ASSETS_PAGES } from '@diorama/assets/problems';
import { BLENDER_PAGES } from '@diorama/backend-blender/problems';
import { GLTF_PAGES } from '@diorama/backend-gltf/problems';
import { THREE_PAGES } from '@diorama/backend-three/problems';
import { CHECKER_PAGES } from '@diorama/checker';
import { DECISION_PAGES, TEMPLATE_PAGES } from '@diorama/decoding/problems';
import type { ProblemPage } from '@diorama/diagnostics';
import { LINT_PAGES } from '@diorama/lint';
import { LOWERING_PAGES, RAW_PAGES } from '@diorama/lowering';
import { STAGE_PAGES } from '@diorama/stage/problems';
import { SYNTAX_PAGES } from '@diorama/syntax';

/** The pages of one stage. */
export interface StagePages {
  /** As a heading. */
  readonly stage: string;
  readonly pages: readonly ProblemPage[];
}

/** The page of every diagnostic, by stage, in the order in which a program goes through them. */
export const DIAGNOSTIC_PAGES: readonly StagePages[] = [
  { stage: 'Syntax', pages: SYNTAX_PAGES },
  { stage: 'Names, types and values', pages: CHECKER_PAGES },
  { stage: 'Scene', pages: LOWERING_PAGES },
  { stage: 'Physical lint', pages: LINT_PAGES },
  { stage: 'Asset libraries', pages: [...ASSETS_PAGES, ...ASSET_FILES_PAGES] },
  { stage: 'Looks', pages: STAGE_PAGES },
  { stage: 'Backends', pages: [...GLTF_PAGES, ...THREE_PAGES, ...BLENDER_PAGES] },
  { stage: 'Language models', pages: [...TEMPLATE_PAGES, ...DECISION_PAGES] },
  { stage: 'Import of RAW programs', pages: RAW_PAGES },
];

/** The page of a diagnostic's code. */
export function findPage(code: string): ProblemPage | undefined {
  for (const { pages } of DIAGNOSTIC_PAGES) {
    const page = pages.find((one) => one.code === code);
    if (page) return page;
  }
  return undefined;
}

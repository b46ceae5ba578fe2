// The pages of all that writing glTF can say.
import type { ProblemPage } from '@diorama/diagnostics';
import { GLTF_NO_HAZE } from './gltf-no-haze.ts';

export const GLTF_PAGES: readonly ProblemPage[] = [GLTF_NO_HAZE];

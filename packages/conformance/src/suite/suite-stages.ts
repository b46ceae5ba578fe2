// Turns the suite's programs into stages.
import { createLibrary, openFolder } from '@diorama/assets';
import { createLocator, type Library, memoryWorld, stageFile } from '@diorama/compiler';
import { invariant, type Place } from '@diorama/diagnostics';
import type { Stage } from '@diorama/stage';
import { makeSampleModels } from '../sample-models.ts';

/** The file that all programs of the suite are in. */
export const SUITE_FILE = 'suite.dio';

/** The built-in library with the sample models. */
export async function suiteLibrary(): Promise<Library> {
  const models = await makeSampleModels();
  return createLibrary({ folders: [openFolder(models.world, models.folder, models.listing).value] });
}

/** The stage of a program without errors. */
export function stageText(library: Library, text: string): Stage {
  const staged = stageFile(memoryWorld({ [SUITE_FILE]: text }), SUITE_FILE, { library });
  invariant(!('unreadable' in staged), 'the world has the file');
  const { value, diagnostics } = staged;
  invariant(
    value.stage !== undefined,
    `a program of the suite has no error: ${diagnostics.map(({ code, primary }) => `${code} ${primary.message}`).join('; ')}`,
  );
  return value.stage;
}

/** Writes places as the command does. */
export const locateInSuite: (place: Place) => string = createLocator(new Map());

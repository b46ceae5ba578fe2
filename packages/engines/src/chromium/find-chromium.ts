// Turns an environment into the place of a Chromium that can be driven.
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { env } from 'node:process';

/** Where Chromium is, or why it is not. */
export type FoundChromium = { readonly path: string } | { readonly absent: string };

/** Takes `DIORAMA_CHROMIUM`, if it is set; else the first of the usual names on `PATH`. */
export function findChromium(environment: Readonly<Record<string, string | undefined>> = env): FoundChromium {
  const wanted = environment.DIORAMA_CHROMIUM;
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const names = wanted ? [wanted] : NAMES;
  for (const name of names) {
    const places = isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name));
    const path = places.find(isProgram);
    if (path !== undefined) return { path };
  }
  return wanted
    ? { absent: `DIORAMA_CHROMIUM names ${wanted}, which is no program` }
    : { absent: `Chromium is not installed: none of ${NAMES.join(', ')} is on PATH` };
}

const NAMES: readonly string[] = ['chromium', 'chromium-browser', 'google-chrome'];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// Imports a package that Diorama does not depend on, if the user has it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from './failure.ts';

/**
 * Looked for beside Diorama, then in the folder that the command is run in.
 * @throws {Failure} If it is not there, with how to install it.
 */
export async function importOptional(name: string, folder: string, purpose: string): Promise<object> {
  for (const from of [import.meta.url, pathToFileURL(join(folder, 'package.json'))]) {
    let path: string;
    try {
      path = createRequire(from).resolve(name);
    } catch {
      continue;
    }
    try {
      const loaded: { readonly default?: object } = await import(pathToFileURL(path).href);
      // CommonJS has all under `default`.
      return { ...loaded.default, ...loaded };
    } catch (error) {
      throw new Failure(`${name} is installed, but does not load: ${(error as Error).message}`);
    }
  }
  throw new Failure(`${purpose} needs the package ${name}, which is not installed: npm install ${name}`);
}

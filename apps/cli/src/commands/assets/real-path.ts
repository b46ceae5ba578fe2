// Turns a path into that of the same file without links; a path that leads nowhere stays as it is.
import { realpathSync } from 'node:fs';

export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

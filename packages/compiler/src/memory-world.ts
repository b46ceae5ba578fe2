// Turns a table of files into a world, for tests and playgrounds.
import type { FileId, World } from '@diorama/diagnostics';

/** A world of the given files and no others; texts count as UTF-8. */
export function memoryWorld(files: Readonly<Record<FileId, string | Uint8Array>>): World {
  const table = new Map(Object.entries(files));
  const absent = { unreadable: 'no such file' };
  return {
    readText(file) {
      const content = table.get(file);
      return content === undefined ? absent : typeof content === 'string' ? content : new TextDecoder().decode(content);
    },
    readBytes(file, limit) {
      const content = table.get(file);
      if (content === undefined) return absent;
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return bytes.subarray(0, limit);
    },
    resolve: resolvePath,
  };
}

/** `resolvePath('a/b.dio', '../c.dio')` → `c.dio` */
function resolvePath(from: FileId, path: string): FileId {
  const isAbsolute = path.startsWith('/') || from.startsWith('/');
  const folder = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const segments: string[] = [];
  for (const segment of [...folder, ...path.split('/')]) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else if (!isAbsolute) segments.push(segment);
  }
  return `${isAbsolute ? '/' : ''}${segments.join('/')}`;
}

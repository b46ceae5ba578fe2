// Turns files in memory, and three.js as it is installed, into a site on this machine alone.
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { invariant } from '@diorama/diagnostics';

/** A site that serves what it is given and keeps what is posted to it. */
export interface MemoryServer {
  /** `http://127.0.0.1:40123` */
  readonly origin: string;
  /** Serves a file at a path, `/scene/1`, until it is removed. */
  readonly put: (path: string, body: string | Uint8Array) => void;
  readonly remove: (path: string) => void;
  /** Takes what the page posted to a path. */
  readonly take: (path: string) => Uint8Array;
  readonly close: () => Promise<void>;
}

/** Listens on a free port of the loopback address. */
export async function openMemoryServer(): Promise<MemoryServer> {
  const files = new Map<string, string | Uint8Array>();
  const posted = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (request.method === 'POST') {
      const chunks: Uint8Array[] = [];
      request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      request.on('end', () => {
        posted.set(path, Buffer.concat(chunks));
        response.end();
      });
      return;
    }
    const body = files.get(path) ?? installedFile(path);
    response.statusCode = body === undefined ? 404 : 200;
    response.setHeader('content-type', CONTENT_TYPES[extname(path)] ?? 'application/octet-stream');
    response.setHeader('cache-control', 'no-store');
    response.end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    put: (path, body) => void files.set(path, body),
    remove: (path) => void files.delete(path),
    take: (path) => {
      const body = posted.get(path);
      invariant(body !== undefined, `the page posted ${path}`);
      posted.delete(path);
      return body;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '': 'application/octet-stream',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** A file of three.js under `/three/`; nothing else of this machine is served. */
function installedFile(path: string): Uint8Array | undefined {
  if (!path.startsWith('/three/')) return undefined;
  const folder = join(dirname(fileURLToPath(import.meta.resolve('three'))), '..');
  const file = normalize(join(folder, path.slice('/three/'.length)));
  if (!file.startsWith(folder)) return undefined;
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

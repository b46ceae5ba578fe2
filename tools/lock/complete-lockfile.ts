// Adds to package-lock.json the packages of other platforms that npm left out of it, so that `npm ci` works everywhere:
// without such a stub it stops with "Missing: … from lock file". `--check` only reports.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One entry of a lockfile's `packages`: the fields that this tool reads or writes. */
export interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A lockfile's `packages`, by path (`node_modules/nx`). */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

/** The stubs that a lockfile lacks, by path. */
export function findMissingStubs(packages: LockedPackages): LockedPackages {
  const missing: Record<string, LockedPackage> = {};
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!isInstalledFor(packages, path, name)) missing[`node_modules/${name}`] = createStub(name, version, entry);
    }
  }
  return missing;
}

/** The entries that name where they were downloaded from: a lockfile pins versions and hashes, not addresses. */
export function findAddresses(packages: LockedPackages): readonly string[] {
  return Object.keys(packages).filter((path) => /^[a-z+]+:/.test(packages[path]?.resolved ?? ''));
}

/** Walks up from a package as Node's resolution does: its own node_modules first, the root's last. */
function isInstalledFor(packages: LockedPackages, path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

const OPERATING_SYSTEMS = 'android darwin freebsd linux openharmony win32 netbsd openbsd sunos aix'.split(' ');
const PROCESSORS = 'arm64 x64 ia32 ppc64 riscv64 s390x loong64 mips64el arm'.split(' ');

/** Platform packages say in their name where they run: `@nx/nx-linux-arm64-musl`. */
function createStub(name: string, version: string, parent: LockedPackage): LockedPackage {
  const words = name.split(/[/-]/);
  const os = OPERATING_SYSTEMS.find((word) => words.includes(word));
  const cpu = PROCESSORS.find((word) => words.includes(word));
  if (os === undefined || cpu === undefined || !/^\d/.test(version)) {
    throw new Error(`${name}@${version} is missing from the lockfile, and its name does not say where it runs`);
  }
  const libc = name.includes('musl') ? 'musl' : os === 'linux' && name.includes('gnu') ? 'glibc' : undefined;
  return {
    version,
    cpu: [cpu],
    ...(libc ? { libc: [libc] } : {}),
    ...(parent.dev ? { dev: true } : {}),
    optional: true,
    os: [os],
  };
}

function completeLockfile(file: string, options: { readonly check: boolean }): number {
  const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: LockedPackages };
  const missing = findMissingStubs(lock.packages);
  const addressed = findAddresses(lock.packages);
  const faults = [
    ...Object.keys(missing).map((path) => `no entry: ${path}`),
    ...addressed.map((path) => `names an address: ${path}`),
  ];
  if (options.check) {
    for (const fault of faults) console.error(fault);
    console.log(faults.length === 0 ? 'the lockfile is complete' : 'run `npm run lock` and commit package-lock.json');
    return faults.length === 0 ? 0 : 1;
  }
  if (faults.length > 0) {
    const all: Record<string, LockedPackage> = { ...lock.packages, ...missing };
    for (const path of addressed) {
      const { resolved: _, ...entry } = all[path] as LockedPackage;
      all[path] = entry;
    }
    lock.packages = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  }
  console.log(`${Object.keys(missing).length} entries added, ${addressed.length} addresses removed`);
  return 0;
}

if (import.meta.main) {
  const file = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
  process.exitCode = completeLockfile(file, { check: process.argv.includes('--check') });
}

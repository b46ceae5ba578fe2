// Installs what other renderers need, by apt: Blender with the numpy that its importer wants, Chromium, and Mesa's software OpenGL.
// For Debian and Ubuntu; asks sudo where it must.
import { spawnSync } from 'node:child_process';
import { getuid } from 'node:process';

const PACKAGES = ['blender', 'python3-numpy', 'chromium', 'libgl1-mesa-dri', 'libegl-mesa0', 'libegl1'];

const prefix = getuid?.() === 0 ? [] : ['sudo'];
run(['apt-get', 'update']);
run(['apt-get', 'install', '-y', '--no-install-recommends', ...PACKAGES]);

function run(command: readonly string[]): void {
  const [name = '', ...rest] = [...prefix, ...command];
  console.log(`> ${[name, ...rest].join(' ')}`);
  const { status, error } = spawnSync(name, rest, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return;
  console.error(error === undefined ? `${name} ended with ${status}` : `${name} cannot be run: ${error.message}`);
  console.error(`Install these by hand: ${PACKAGES.join(' ')}`);
  process.exit(1);
}

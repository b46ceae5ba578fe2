// How long glTF takes for scenes of many instances, how large its files get, and how much memory that needs.
import { runChild, type Suite } from './suite.ts';

/** What `gltf-run.ts` prints. */
export interface GltfRun {
  /** Milliseconds, one a run. */
  readonly times: readonly number[];
  readonly bytes: number;
  /** The process at its largest, bytes. */
  readonly memory: number;
}

const ASSETS = 50;

export default function gltfSuite(): Suite {
  const nodes = runChild<GltfRun>('gltf-run.ts', '100000', String(ASSETS), 'nodes', '5');
  const batched = runChild<GltfRun>('gltf-run.ts', '1000000', String(ASSETS), 'gpu', '3');
  return {
    times: { '100,000 nodes': nodes.times, '1,000,000 GPU instances': batched.times },
    figures: (measured) => [
      {
        name: `GLB of 100,000 instances of ${ASSETS} assets`,
        value: measured('100,000 nodes').p50,
        unit: 'ms',
        target: { atMost: 3000 },
      },
      { name: 'its size, as nodes', value: nodes.bytes / 1e6, unit: 'MB', target: { atMost: 60 } },
      {
        name: `GLB of 1,000,000 GPU instances of ${ASSETS} assets`,
        value: measured('1,000,000 GPU instances').p50,
        unit: 'ms',
        target: { atMost: 10_000 },
      },
      { name: 'its size, as GPU instances', value: batched.bytes / 1e6, unit: 'MB' },
      { name: 'the process at its largest', value: batched.memory / 1e9, unit: 'GB', target: { atMost: 3 } },
    ],
  };
}

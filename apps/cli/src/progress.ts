// Shows how far long work has come: one line that changes on a terminal, plain lines elsewhere.
import type { Io } from './io.ts';

export interface Progress {
  /** Names the step that begins now. */
  step(label: string): void;
  /** Takes the line away again. */
  finish(): void;
}

/** What takes less is not worth a plain line, milliseconds. */
const PATIENCE = 2000;

/** `total` steps, or an unknown number of them. */
export function createProgress(io: Io, total?: number): Progress {
  const { stderr } = io;
  const begun = performance.now();
  let count = 0;
  return {
    step(label) {
      count += 1;
      const text = total === undefined ? label : `[${count}/${total}] ${label}`;
      if (stderr.isTTY) stderr.write(`\r\u001b[2K${text}`);
      else if (performance.now() - begun > PATIENCE) stderr.write(`${text}\n`);
    },
    finish() {
      if (stderr.isTTY && count > 0) stderr.write('\r\u001b[2K');
    },
  };
}

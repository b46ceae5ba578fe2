// What the command sees of its process. Tests hand in one of their own.

export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input, or its first bytes until there are more than `limit`. */
  readStdin(limit: number): Promise<Uint8Array>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Calls back when the user wants the command to end. */
  onInterrupt(end: () => void): void;
  /** Tells the exit code; the process ends by itself, so that all output arrives. */
  exit(code: number): void;
}

export interface Output {
  readonly isTTY: boolean;
  write(text: string): void;
}

/** The real process. */
export function processIo(): Io {
  let lostOutput = false;
  const guard = (stream: NodeJS.WriteStream, name: string): Output => {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // The reader has seen enough (`diorama expand … | head`): no reason to complain.
      if (error.code === 'EPIPE' || lostOutput) return;
      lostOutput = true;
      process.exitCode ||= 2;
      if (stream !== process.stderr) process.stderr.write(`diorama: cannot write to ${name}: ${error.message}\n`);
    });
    return {
      isTTY: stream.isTTY === true,
      write: (text) => {
        if (stream.writable) stream.write(text);
      },
    };
  };
  return {
    stdout: guard(process.stdout, 'standard output'),
    stderr: guard(process.stderr, 'standard error'),
    readStdin,
    cwd: process.cwd(),
    env: process.env,
    onInterrupt: (end) => {
      process.once('SIGINT', end);
      process.once('SIGTERM', end);
    },
    exit: (code) => {
      process.exitCode = lostOutput && code === 0 ? 2 : code;
    },
  };
}

async function readStdin(limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    size += (chunk as Uint8Array).length;
    if (size > limit) break;
  }
  return Buffer.concat(chunks);
}

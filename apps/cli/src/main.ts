// Turns the words of a command line into output and an exit code.
import { CommanderError } from 'commander';
import { EXIT, type ExitCode } from './exit-code.ts';
import { type Io, processIo } from './io.ts';
import { describeCrash } from './messages.ts';
import { createProgram } from './program.ts';

/** Runs one command; `argv` is without the program's own name. */
export async function main(argv: readonly string[] = process.argv.slice(2), io: Io = processIo()): Promise<ExitCode> {
  const code = await run(argv, io);
  io.exit(code);
  return code;
}

async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.success;
  const program = createProgram(io, (given) => {
    code = given;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    // Help and version leave by an error too, with exit code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.success : EXIT.unusable;
    io.stderr.write(describeCrash(error, io.env));
    return EXIT.crash;
  }
}

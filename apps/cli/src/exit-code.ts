// The exit codes, for scripts to rely on.

/** What a run of the command tells the shell. */
export const EXIT = {
  /** No error; there may be warnings and notes. */
  success: 0,
  /** A program has an error; with `--strict`, a warning. */
  problems: 1,
  /** Every program that was read is fine, but the command line is wrong or a file cannot be read or written. */
  unusable: 2,
  /** A bug of Diorama (EX_SOFTWARE of sysexits.h); the launcher's, too, where it finds nothing to start. */
  crash: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

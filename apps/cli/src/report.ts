// Gathers what a command has to say of its files, says it, and draws the exit code from it.
import { styleText } from 'node:util';
import type { Diagnostic, FileId, Severity, SourceFile, Unreadable } from '@diorama/diagnostics';
import { renderAsJson, renderSummary } from '@diorama/diagnostics';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { count, describeCrash, quote } from './messages.ts';

export interface ReportOptions {
  readonly color: boolean;
  /** Whether warnings count as errors. */
  readonly strict: boolean;
  /** Whether diagnostics are printed at the end, as one JSON array on standard output, instead of one by one. */
  readonly json: boolean;
}

export interface Report {
  /** Says what was found in a file and in those that it imports; nothing is said twice. Returns whether there are errors. */
  found(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<FileId, SourceFile>): Promise<boolean>;
  /** Says that a file does not have the form that was asked for. */
  unfit(message: string): void;
  unreadable(file: string, reason: Unreadable): void;
  unwritable(file: string, reason: string): void;
  /** The command line makes no sense. */
  misused(message: string): void;
  crash(file: FileId, error: unknown): void;
  /** Says something by the way. */
  say(message: string): void;
  /** `3 files checked: no problems`, for commands that are asked for problems. */
  summarize(verb: string): void;
  /** Prints what is left to print, and gives the exit code. */
  finish(): ExitCode;
}

/** A person reads no more; `--json` gives all. */
const SHOWN_AT_MOST = 1000;

export function createReport(io: Io, options: ReportOptions): Report {
  const all: Diagnostic[] = [];
  const allSources = new Map<FileId, SourceFile>();
  const said = new Set<string>();
  let files = 0;
  let filesWithProblems = 0;
  let unusable = 0;
  let unfit = 0;
  let crashed = false;

  const say = (message: string) => io.stderr.write(`${message}\n`);
  const sourceOf = (file: FileId) => allSources.get(file);
  const complain = (message: string) => {
    unusable += 1;
    say(`diorama: ${message}`);
  };

  return {
    async found(diagnostics, sources) {
      files += 1;
      for (const [id, source] of sources) allSources.set(id, source);
      const graded = options.strict ? diagnostics.map(hardenWarning) : diagnostics;
      if (graded.length > 0) filesWithProblems += 1;
      for (const diagnostic of graded) {
        const identity = identify(diagnostic);
        if (said.has(identity)) continue;
        said.add(identity);
        all.push(diagnostic);
        if (options.json || all.length > SHOWN_AT_MOST) continue;
        // Loaded only now: most runs have nothing to show, and start sooner without.
        const { renderForTerminal } = await import('./render-for-terminal.ts');
        say(`${renderForTerminal(diagnostic, sourceOf, { color: options.color })}\n`);
      }
      return graded.some(({ severity }) => severity === 'error');
    },
    unfit(message) {
      unfit += 1;
      say(message);
    },
    unreadable: (file, { unreadable }) => complain(`cannot read ${quote(file)}: ${unreadable}`),
    unwritable: (file, reason) => complain(`cannot write ${quote(file)}: ${reason}`),
    misused: complain,
    crash(file, error) {
      crashed = true;
      say(`diorama: ${quote(file)} brought out the following`);
      io.stderr.write(describeCrash(error, io.env));
    },
    say,
    summarize(verb) {
      if (options.json) return;
      if (all.length > SHOWN_AT_MOST) say(`… and ${all.length - SHOWN_AT_MOST} more; --json prints all\n`);
      if (files === 0) return;
      const summary = renderSummary(all);
      if (all.length === 0) say(`${count(files, 'file')} ${verb}: ${paintGood(summary)}`);
      else say(`${summary} in ${files === 1 ? '1 file' : `${filesWithProblems} of ${files} files`}`);
    },
    finish() {
      if (options.json) io.stdout.write(`${JSON.stringify(renderAsJson(all, sourceOf), null, 2)}\n`);
      if (crashed) return EXIT.crash;
      if (unfit > 0 || all.some(({ severity }) => severity === 'error')) return EXIT.problems;
      return unusable > 0 ? EXIT.unusable : EXIT.success;
    },
  };

  function paintGood(text: string): string {
    return options.color ? styleText('green', text, { validateStream: false }) : text;
  }
}

function hardenWarning(diagnostic: Diagnostic): Diagnostic {
  const severity: Severity = diagnostic.severity === 'warning' ? 'error' : diagnostic.severity;
  return { ...diagnostic, severity };
}

/** Equal for one finding that two programs make in a file that both import. */
function identify({ code, primary }: Diagnostic): string {
  return JSON.stringify([code, primary.file, primary.start, primary.end, primary.message]);
}

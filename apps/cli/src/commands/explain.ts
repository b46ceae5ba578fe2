// `diorama explain`: prints the page of a diagnostic, or the list of all pages.

import { DIAGNOSTIC_PAGES, findPage } from '@diorama/compiler';
import { closest, type ProblemPage } from '@diorama/diagnostics';
import type { CommandContext } from '../command-context.ts';
import { quote } from '../messages.ts';

export async function explain(ctx: CommandContext, [code]: readonly string[]): Promise<void> {
  if (code === undefined) return ctx.io.stdout.write(listPages());
  // As messages show it: `error[unknown-property]`.
  const page = findPage(code.replace(/^\w*\[(.*)\]$/, '$1'));
  if (page) return ctx.io.stdout.write(renderPage(page));
  ctx.report.misused(`there is no diagnostic ${quote(code)}`);
  const candidates = findCandidates(code);
  if (candidates.length > 0) ctx.report.say(`(Did you mean ${candidates.join(', ')}?)`);
  ctx.report.say('(diorama explain lists all codes)');
}

/** The nearest code, then those that have a word in common. */
function findCandidates(code: string): readonly string[] {
  const codes = DIAGNOSTIC_PAGES.flatMap(({ pages }) => pages.map((page) => page.code));
  const nearest = closest(code, codes);
  const similar = codes.filter((candidate) => candidate !== nearest && sharesWord(candidate, code));
  return [...(nearest === undefined ? [] : [nearest]), ...similar].slice(0, 8);
}

function sharesWord(one: string, other: string): boolean {
  const words = new Set(other.toLowerCase().split(/[^a-z0-9]+/));
  return one.split('-').some((word) => word.length > 2 && words.has(word));
}

function listPages(): string {
  const width = Math.max(...DIAGNOSTIC_PAGES.flatMap(({ pages }) => pages.map(({ code }) => code.length)));
  const sections = DIAGNOSTIC_PAGES.map(({ stage, pages }) => {
    const lines = pages.map(({ code, severity, title }) => `  ${code.padEnd(width)}  ${severity.padEnd(7)}  ${title}`);
    return [`${stage}:`, ...lines, ''].join('\n');
  });
  return `${sections.join('\n')}\nFor one of them: diorama explain CODE\n`;
}

function renderPage({ code, severity, title, explanation, bad, good, files = {} }: ProblemPage): string {
  const parts = [
    `${code} (${severity}): ${title}`,
    reflow(explanation),
    `Bad:\n\n${indent(bad)}`,
    `Good:\n\n${indent(good)}`,
  ];
  for (const [name, text] of Object.entries(files)) {
    if (!text.includes('\0')) parts.push(`With ${name}:\n\n${indent(text)}`);
  }
  return `${parts.join('\n\n')}\n`;
}

/** Paragraphs in lines of at most 80 characters, however they were written; lists and code stay as they are. */
function reflow(text: string): string {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return paragraphs
    .map((paragraph) => (/^\s*(?:[-*|]|```)|^ {2}/m.test(paragraph) ? paragraph : wrap(paragraph)))
    .join('\n\n');
}

function wrap(paragraph: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/\s+/)) {
    if (line === '') line = word;
    else if (line.length + 1 + word.length <= 80) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].join('\n');
}

function indent(text: string): string {
  return text.replace(/^\n+|\s+$/g, '').replace(/^(?=.)/gm, '    ');
}

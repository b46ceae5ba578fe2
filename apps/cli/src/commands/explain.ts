// `diorama explain`: prints the page of a diagnostic, or the list of all pages.
import { closest, type ProblemPage } from '@diorama/diagnostics';
import { DIAGNOSTIC_PAGES, findPage } from '@diorama/compiler';
import type { CommandContext } from '../command-context.ts';
import { quote } from '../messages.ts';

export async function explain(ctx: CommandContext, code: string | undefined): Promise<void> {
  if (code === undefined) return ctx.io.stdout.write(listPages());
  const page = findPage(code);
  if (page) return ctx.io.stdout.write(renderPage(page));
  ctx.report.misused(`there is no diagnostic ${quote(code)}`);
  const codes = DIAGNOSTIC_PAGES.flatMap(({ pages }) => pages.map((one) => one.code));
  const candidate = closest(code, codes);
  const similar = codes.filter((one) => one !== candidate && sharesWord(one, code));
  const candidates = [...(candidate === undefined ? [] : [candidate]), ...similar].slice(0, 8);
  if (candidates.length > 0) ctx.report.say(`Did you mean ${candidates.join(', ')}?`);
  ctx.report.say('(diorama explain lists all codes)');
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
  const parts = [`${code} (${severity}): ${title}`, explanation.trim(), `Bad:\n\n${indent(bad)}`, `Good:\n\n${indent(good)}`];
  for (const [name, text] of Object.entries(files)) parts.push(`With ${name}:\n\n${indent(text)}`);
  return `${parts.join('\n\n')}\n`;
}

function indent(text: string): string {
  return text.replace(/^\n+|\s+$/g, '').replace(/^(?=.)/gm, '    ');
}

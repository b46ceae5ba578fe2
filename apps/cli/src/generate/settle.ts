// Turns what a model wrote into a program that is checked, with the fixes that leave no doubt.
import { type Fixed, fixFile, withText } from '@diorama/compiler';
import { hasErrors, invariant, type Outcome } from '@diorama/diagnostics';
import type { CommandContext } from '../command-context.ts';

export const GENERATED = 'generated.dio';

/** Fixed only if there are errors: what is fine stays as the model wrote it. */
export function settle(ctx: CommandContext, text: string): Outcome<Fixed> {
  const world = withText(ctx.world, GENERATED, text);
  const fixed = fixFile(world, GENERATED, { catalog: ctx.catalog });
  invariant(!('unreadable' in fixed), 'a text at hand can be read');
  return fixed;
}

export function isFine({ diagnostics }: Outcome<unknown>): boolean {
  return !hasErrors(diagnostics);
}

/** A program out of an answer in prose: what stands in its code block, if it has one. */
export function withoutFence(text: string): string {
  const block = /```[^\n`]*\n([\s\S]*?)(?:```|$)/.exec(text)?.[1];
  return block ?? text;
}

import { describe, expect, test } from 'vitest';
import { LOWERING_PAGES, lower, pin } from '../src/index.ts';
import { typedProgram } from './support.ts';

describe.each(LOWERING_PAGES)('the page of $code', ({ code, severity, title, bad, good, command }) => {
  test('has a bad example that brings it about, and a good one that brings nothing', () => {
    const say = (text: string) => {
      const { program, source } = typedProgram(text);
      const lowering = lower(program);
      const found = command === 'pin' ? pin(program, source, lowering.value) : lowering;
      return found.diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.severity]);
    };
    expect(say(bad)).toEqual([[code, severity]]);
    expect(say(good)).toEqual([]);
    expect(title).toMatch(/^[a-z].*[^.]$/);
  });
});

// The places of the decoder that `verify:decoding -- --bugs` breaks, one at a time.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are those of programs.

/** A place, and how it is broken: `from`, which its file has just once, becomes `to`. */
export interface DecodingBug {
  readonly name: string;
  /** From the root of the repository. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const engine = 'packages/decoding/src/engine';

export const DECODING_BUGS: readonly DecodingBug[] = [
  {
    name: 'a budget is one token too large',
    file: `${engine}/decoder.ts`,
    from: 'return plan !== undefined && plan.length <= state.budget ? { ...state, plan } : undefined;',
    to: 'return plan !== undefined && plan.length <= state.budget + 1 ? { ...state, plan } : undefined;',
  },
  {
    name: 'a start takes any budget',
    file: `${engine}/decoder.ts`,
    from: 'if (!(plan.length <= budget))',
    to: 'if (plan.length > 1000)',
  },
  {
    name: 'a label may be taken twice',
    file: `${engine}/decoder.ts`,
    from: 'if (labels.has(label)) return undefined;',
    to: '',
  },
  {
    name: 'the mask does not know the labels',
    file: `${engine}/decoder.ts`,
    from: 'if (refused.length === 0) return mask;',
    to: 'if (refused.length >= 0) return mask;',
  },
  {
    name: 'a program may end in a label that is taken',
    file: `${engine}/decoder.ts`,
    from: 'return label !== undefined && labels.has(label);',
    to: 'return label === undefined && labels.has("");',
  },
  {
    name: 'states of other decoders are taken',
    file: `${engine}/decoder.ts`,
    from: "if (state?.owner !== this.#engine) throw new TypeError('this state belongs to another decoder');",
    to: 'void state;',
  },
  {
    name: 'tokens of equal bytes are forgotten',
    file: `${engine}/body-table.ts`,
    from: 'for (const twin of twins) setBit(words, twin);',
    to: '',
  },
  {
    name: 'a text may hold a line end',
    file: `${engine}/lexemes/text-state.ts`,
    from: 'byte === CR || byte === LF || byte === 0',
    to: 'byte === CR || byte === 0',
  },
  {
    name: 'any letter may be escaped',
    file: `${engine}/lexemes/text-state.ts`,
    from: 'return unit !== undefined && content.next(unit) !== undefined;',
    to: 'return unit !== undefined || content.next(byte) !== undefined;',
  },
  {
    name: 'a digit after an upper bound is allowed',
    file: `${engine}/lexemes/number-place.ts`,
    from: 'Number.isFinite(value) && (!integer || isInteger) && (!bounded || inRanges(ranges, value));',
    to: 'Number.isFinite(value) && (!integer || isInteger);',
  },
  {
    name: 'a fraction may stand for a whole number',
    file: `${engine}/lexemes/number-place.ts`,
    from: "isWhole: units.every(({ integer, name }) => integer && name === ''),",
    to: 'isWhole: false,',
  },
  {
    name: 'zeros may have an exponent where 0 is refused',
    file: `${engine}/lexemes/number-state.ts`,
    from: 'isFree && /[1-9]/.test(this.#digits) && !this.#hasExponent',
    to: 'isFree && !this.#hasExponent',
  },
  {
    name: 'numbers with a point look like those without',
    file: `${engine}/lexemes/number-key.ts`,
    from: "${digits.includes('.') ? '.' : ''}${unit} ",
    to: '${unit} ',
  },
  {
    name: 'a name may be glued to a name',
    file: `${engine}/lexemes/word-state.ts`,
    from: 'return isName(text) ? NAME_BYTES : (STICKY.get(text) ?? NO_BYTES);',
    to: 'return STICKY.get(text) ?? NO_BYTES;',
  },
  {
    name: 'a keyword may be a new name',
    file: `${engine}/lexemes/word-state.ts`,
    from: ' && !KEYWORDS.has(name);',
    to: ';',
  },
  {
    name: 'a slash begins no comment',
    file: `${engine}/gap-state.ts`,
    from: "return this.#phase.kind === 'slash' ? bytes('/', '*') : NO_BYTES;",
    to: 'return NO_BYTES;',
  },
  {
    name: 'a comment need not end',
    file: `${engine}/gap-state.ts`,
    from: "(phase.kind === 'space' || phase.kind === 'line') && at.mayEnd",
    to: "(phase.kind === 'space' || phase.kind === 'line' || phase.kind === 'block') && at.mayEnd",
  },
  {
    name: 'objects are not counted',
    file: `${engine}/node.ts`,
    from: 'beginsObject(closing.expectation) ? this.objects - 1 : this.objects',
    to: 'this.objects',
  },
  {
    name: 'an annotation may lead to no object',
    file: `${engine}/node.ts`,
    from: "return expected(this.typed).some((one) => one.kind === 'kind-name' && !beginsObject(one));",
    to: 'return true;',
  },
  {
    name: 'a rotation slot stands for any function',
    file: `${engine}/slots.ts`,
    from: 'STAND_INS[slot].name === expectation.name ?',
    to: 'STAND_INS[slot].name !== "" ?',
  },
  {
    name: 'forced text goes on past the end',
    file: `${engine}/find-forced.ts`,
    from: '!at.mayEnd && ',
    to: '',
  },
  {
    name: 'forced tokens withhold nothing',
    file: `${engine}/find-forced.ts`,
    from: 'if (!goesOn(vocabulary, bytes.subarray(from), end - from)) break;',
    to: 'break;',
  },
  {
    name: 'canonical layout ends without a line end',
    file: `${engine}/layout/canonical-layout.ts`,
    from: "return bracket === undefined ? [hasEntry ? '\\n' : ''] : [];",
    to: "return bracket === undefined ? ['', '\\n'] : [];",
  },
  {
    name: 'a bracket closes behind a space',
    file: `${engine}/layout/canonical-layout.ts`,
    from: "return last === 'comma' ? [] : [' '];",
    to: "return [' '];",
  },
  {
    name: 'a printed number may end with a zero behind its point',
    file: `${engine}/lexemes/printed-number.ts`,
    from: 'const PLAIN = /^(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?$/;',
    to: 'const PLAIN = /^(0|[1-9][0-9]*)(\\.[0-9]+)?$/;',
  },
  {
    name: 'a minus may stand before 0',
    file: `${engine}/lexemes/printed-number.ts`,
    from: '(negated && value === 0)',
    to: '(negated && value < 0)',
  },
  {
    name: 'a power of ten mends any digits',
    file: `${engine}/lexemes/printed-number.ts`,
    from: "if (text.includes('e') && !isPrinted(",
    to: "if (text.includes('E') && !isPrinted(",
  },
  {
    name: 'whole numbers near to their bounds are as others',
    file: `${engine}/lexemes/printed-number-state.ts`,
    from: 'for (let more = 0; more <= lookAhead; more++)',
    to: 'for (let more = 0; more < 1; more++)',
  },
  {
    name: 'an ending brings any number of objects',
    file: `${engine}/endings.ts`,
    from: 'if (objects > node.objects) return false;',
    to: '',
  },
  {
    name: 'an ending serves wherever it can be read',
    file: `${engine}/endings.ts`,
    from: 'return canEnd(typed);',
    to: 'return true;',
  },
  {
    name: 'a name that is taken ends as it is',
    file: `${engine}/decoder.ts`,
    from: 'if (!endsInLabel(position, labels)) return this.#plan(position);',
    to: 'return this.#plan(position);',
  },
  {
    name: 'numbers out of bounds end as their likes do',
    file: `${engine}/decoder.ts`,
    from: 'return closing !== undefined || endings === undefined || !isPassing;',
    to: 'return true;',
  },
  {
    name: 'all that stays in a text needs as much as its first',
    file: `${engine}/decoder.ts`,
    from: 'const MAY_NEED_LESS = 2;',
    to: 'const MAY_NEED_LESS = 0;',
  },
  {
    name: 'a letter may follow the slot of a number',
    file: `${engine}/slots.ts`,
    from: 'sticky: NUMBER_BYTES,',
    to: 'sticky: NO_BYTES,',
  },
];

// A program with holes, taken apart: what is written, and what each hole is.
import type { Place } from '@diorama/diagnostics';
import type { Lexeme } from '@diorama/grammar';

/** What stands before, between and behind the holes. */
export interface Written {
  readonly text: string;
  /** Its UTF-8, a character a byte. */
  readonly bytes: string;
  /** Its lexemes; a hole that stays one is among them. */
  readonly lexemes: readonly Lexeme[];
}

/** A `?` that is to be replaced by a value. */
export interface TemplateHole {
  readonly place: Place;
  /** Whether it is an operand: what stands beside it decides whether a value is one of the right type. */
  readonly isOperand: boolean;
  /** Whether types and bounds tell all that there is to say of its value, so that the checker need not be asked. */
  readonly isPlain: boolean;
  /** Whether it is one of several numbers of which not all may be 0: those of a quaternion. */
  readonly isFactor: boolean;
}

/** `written` has one part more than there are holes. */
export interface Template {
  readonly written: readonly Written[];
  readonly holes: readonly TemplateHole[];
}

/** A text's UTF-8, a character a byte. */
export function toByteText(text: string): string {
  let found = '';
  for (const byte of new TextEncoder().encode(text)) found += String.fromCharCode(byte);
  return found;
}

/** The bytes of a text that has a character a byte. */
export function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

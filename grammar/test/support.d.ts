import { type AssetCatalog } from '@diorama/checker';
import { type Diagnostic, type World } from '@diorama/diagnostics';
import { type Catalog, type Lexeme, type PrefixState } from '../src/index.ts';
/** A library of five assets that can be searched in the space `demo`. */
export declare const ASSETS: AssetCatalog;
/** A safetensors file of two-dimensional rows in the space `demo`. */
export declare function safetensors(rows: number): string;
export declare const FILES: Readonly<Record<string, string>>;
export declare function textWorld(files?: Readonly<Record<string, string>>): World;
export declare function diagnose(text: string): readonly Diagnostic[];
/** The same knowledge for the states. */
export declare function testCatalog(): Catalog;
export interface PlacedLexeme extends Lexeme {
  readonly start: number;
  readonly end: number;
}
export declare function lexemesOf(text: string): readonly PlacedLexeme[];
/** Steps over a text: the state behind it, or the lexeme that was refused and the state before it. */
export declare function follow(
  text: string,
  catalog?: Catalog,
  from?: PrefixState,
): {
  state: PrefixState;
  refused?: PlacedLexeme;
};
//# sourceMappingURL=support.d.ts.map

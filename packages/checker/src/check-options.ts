// What checking needs beside the tree.
import type { SourceFile, World } from '@diorama/diagnostics';
import type { AssetCatalog } from './asset-catalog.ts';
import type { Limits } from './limits.ts';

/** What checking needs beside the tree. */
export interface CheckOptions {
  readonly source: SourceFile;
  readonly world: World;
  /** The asset library; without one, asset ids are checked for their form alone. */
  readonly catalog?: AssetCatalog;
  readonly limits?: Partial<Limits>;
}

// Lays other texts over a world's files, or remembers what was read from it.
import { type FileId, isUnreadable, SourceFile, type World } from '@diorama/diagnostics';

/** The same world, but for the text of one file: what an editor has not saved, or a fix has not written. */
export function withText(world: World, file: FileId, text: string): World {
  return { ...passOn(world), readText: (wanted) => (wanted === file ? text : world.readText(wanted)) };
}

/** The same world, read once: `sources` gains every program that was read, for renderers of diagnostics. */
export function recordSources(world: World, sources: Map<FileId, SourceFile>): World {
  return {
    ...passOn(world),
    readText(file) {
      const known = sources.get(file);
      if (known) return known.text;
      const text = world.readText(file);
      if (!isUnreadable(text)) sources.set(file, SourceFile.from(file, text));
      return text;
    },
  };
}

/** Methods of a class instance are not its own properties, so a spread would lose them. */
function passOn(world: World): World {
  return {
    readText: (file) => world.readText(file),
    readBytes: (file, limit) => world.readBytes(file, limit),
    resolve: (from, path) => world.resolve(from, path),
  };
}

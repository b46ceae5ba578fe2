// Turns a stage into one HTML file that shows it: opened from disk, without a network, to be turned with the mouse.
import { type FileId, invariant, type Outcome } from '@diorama/diagnostics';
import type { Stage } from '@diorama/stage';
import { deflateSceneData } from './deflate-scene-data.ts';
import { listLosses } from './list-losses.ts';
import { toSceneData } from './to-scene-data.ts';

/** Options for {@link emitHtml}. */
export interface HtmlOptions {
  /** The text of the viewer's script, as `build-viewer.ts` bundles it: `dist/viewer.js`. */
  readonly viewer: string;
  /** What the window is called; the scene's name, if left out. */
  readonly title?: string;
  /** The file at whose beginning things without an origin are reported. */
  readonly file?: FileId;
}
export const HTML_DEFAULTS: Readonly<Required<Pick<HtmlOptions, 'file'>>> = Object.freeze({ file: 'scene' });

/** The same stage and viewer give the same text. */
export function emitHtml(stage: Stage, options: HtmlOptions): Outcome<string> {
  const { viewer, title, file } = { ...HTML_DEFAULTS, ...options };
  // HTML knows no escapes inside scripts: what would end one must not occur.
  invariant(!/<\/script|<!--/i.test(viewer), 'the viewer holds nothing that ends a script');
  const scene = deflateSceneData(toSceneData(stage));
  const name = escapeHtml(title ?? stage.scene.settings.name);
  const value = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Diorama">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>${name}</title>
<style>${STYLE}</style>
</head>
<body>
<canvas id="view" tabindex="0" aria-label="${name}"></canvas>
<p id="help">drag to turn · wheel to come nearer · right drag to move · R to return</p>
<script id="scene" type="application/octet-stream">${scene}</script>
<script>${viewer}</script>
</body>
</html>
`;
  return { value, diagnostics: listLosses(stage, file) };
}

const STYLE = `
html, body { margin: 0; height: 100%; overflow: hidden; background: #20242a; }
#view { display: block; width: 100%; height: 100%; outline: none; touch-action: none; }
#help { position: fixed; left: 0; right: 0; bottom: 10px; margin: 0; text-align: center; pointer-events: none;
  font: 13px/1.4 system-ui, sans-serif; color: #fff; text-shadow: 0 0 3px #000, 0 0 8px #000; opacity: 0.75; transition: opacity 0.6s; }
#help.quiet { opacity: 0; }
#help.problem { opacity: 1; bottom: 45%; font-size: 16px; }
`;

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

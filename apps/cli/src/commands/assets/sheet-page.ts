// Turns pictures of assets into a web page that needs no network: groups by class, a search box, pictures in the page itself.

export interface SheetEntry {
  /** `carnivore/lion#3 walk` */
  readonly title: string;
  readonly group: string;
  /** A line of what is known of it. */
  readonly note: string;
  /** What a search finds it by. */
  readonly words: string;
  /** A PNG file. */
  readonly png: Uint8Array;
}

/** Where a page stands among those of a sheet. */
export interface PagePlace {
  /** The names of the pages' files, which lie in one folder. */
  readonly names: readonly string[];
  /** From 0 on. */
  readonly page: number;
}

/** `size` is the side of each picture, pixels. */
export function printSheetPage(entries: readonly SheetEntry[], size: number, place: PagePlace): string {
  const groups = [...new Set(entries.map(({ group }) => group))];
  const sections = groups.map((group) => {
    const figures = entries.filter((entry) => entry.group === group).map((entry) => printFigure(entry, size));
    return `<section><h2>${escapeHtml(group)}</h2><div>\n${figures.join('\n')}\n</div></section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Diorama assets</title>
<style>${STYLE.replaceAll('SIZE', String(size))}</style>
</head>
<body>
<header><h1>Assets</h1><input id="search" type="search" placeholder="Search" aria-label="Search" autofocus><p id="count" role="status"></p>${printLinks(place)}</header>
<main>
${sections.join('\n')}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** To the other pages; nothing where there is one. */
function printLinks({ names, page }: PagePlace): string {
  if (names.length === 1) return '';
  const links = names.map((name, index) =>
    index === page
      ? `<b aria-current="page">${index + 1}</b>`
      : `<a href="${escapeHtml(encodeURIComponent(name))}">${index + 1}</a>`,
  );
  return `<nav aria-label="Pages">${links.join(' ')}</nav>`;
}

function printFigure({ title, note, words, png }: SheetEntry, size: number): string {
  const picture = Buffer.from(png).toString('base64');
  return `<figure data-words="${escapeHtml(`${title} ${words}`.toLowerCase())}"><img loading="lazy" decoding="async" width="${size}" height="${size}" alt="${escapeHtml(title)}" src="data:image/png;base64,${picture}"><figcaption><b>${escapeHtml(title)}</b><span>${escapeHtml(note)}</span></figcaption></figure>`;
}

const STYLE = `
body { margin: 0; font: 14px/1.4 system-ui, sans-serif; color: #222; background: #f4f4f0; }
header { position: sticky; top: 0; display: flex; gap: 1em; align-items: center; padding: .6em 1em; background: #fff; border-bottom: 1px solid #ccc; z-index: 1; }
h1 { font-size: 1.1em; margin: 0; } h2 { margin: 1em 1em .3em; font-size: 1em; text-transform: capitalize; }
input { font: inherit; padding: .3em .6em; width: 18em; max-width: 50vw; }
section > div { display: flex; flex-wrap: wrap; gap: 8px; padding: 0 1em; }
figure { margin: 0; width: SIZEpx; content-visibility: auto; contain-intrinsic-size: SIZEpx calc(SIZEpx + 3.5em); }
img { display: block; background: #ddd; border-radius: 4px; }
figcaption { font-size: 12px; overflow-wrap: anywhere; } figcaption b, figcaption span { display: block; font-weight: 600; }
figcaption span { font-weight: 400; color: #666; }
[hidden] { display: none; }`;

const SCRIPT = `
const box = document.getElementById('search'), figures = [...document.querySelectorAll('figure')];
function search() {
  const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const figure of figures) {
    figure.hidden = !words.every((word) => figure.dataset.words.includes(word));
    if (!figure.hidden) shown += 1;
  }
  for (const section of document.querySelectorAll('section')) section.hidden = !section.querySelector('figure:not([hidden])');
  document.getElementById('count').textContent = shown + ' of ' + figures.length;
}
box.addEventListener('input', search);
search();`;

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

// Turns the parser's productions into a page of railroad diagrams, one a rule, that needs no network.
import { invariant } from '@diorama/diagnostics';
import { grammarProductions, grammarTokens } from '@diorama/syntax';
import {
  Alternation,
  type Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
  type TokenType,
} from 'chevrotain';
import { keywords, members, spelling, terminalName } from '../../tokens.ts';
import { ruleName } from '../ebnf.ts';
import { again, diagram, escapeXml, inSequence, LINE, maybe, oneOf, rule, type Track, terminal } from './track.ts';

/** The whole page. */
export function diagramsPage(productions: Readonly<Record<string, Rule>> = grammarProductions()): string {
  const rules = Object.values(productions).map(({ name, definition }) => ({
    name: ruleName(name),
    track: tracks(definition),
  }));
  const categories = grammarTokens().filter((type) => members(type).length > 0);
  const names = new Set(categories.map(({ name }) => name));
  const sections = [
    // A rule that only names a category of tokens is that category's own diagram.
    ...rules.filter(({ name }) => !names.has(name)),
    ...categories.map((type) => ({ name: type.name, track: oneOf(members(type).map(tokenTrack)) })),
  ];
  const index = sections.map(({ name }) => `<a href="#${name}">${name}</a>`).join('\n');
  const figures = sections.map(
    ({ name, track }) =>
      `<section id="${name}">\n<h2>${name}</h2>\n<div class="track">${diagram(track, `What ${name} is made of`)}</div>\n</section>\n`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The grammar of Diorama</title>
<style>${STYLE}</style>
</head>
<body>
<h1>The grammar of Diorama</h1>
<p>Follow a line from left to right. What is round is written as it stands there, what is square is another diagram or a
token below. White space and comments may stand between any two tokens, and must between two words.</p>
<nav>
${index}
<a href="#tokens">tokens</a>
</nav>
${figures.join('')}${tokenSection()}</body>
</html>
`;
}

function tokenSection(): string {
  const patterned = grammarTokens().filter(
    (type) => type.PATTERN instanceof RegExp && spelling(type) === undefined && members(type).length === 0,
  );
  const rows = patterned.map((type) => {
    const note = type.name === 'Identifier' ? ', and none of the keywords' : '';
    const source = type.PATTERN instanceof RegExp ? type.PATTERN.source : '';
    return `<tr id="${terminalName(type)}"><th>${terminalName(type)}</th><td><code>${escapeXml(source)}</code>${note}</td></tr>\n`;
  });
  const words = keywords()
    .map((type) => `<code>${spelling(type) ?? ''}</code>`)
    .join(' ');
  return `<section id="tokens">
<h2>Tokens</h2>
<table>
${rows.join('')}<tr><th>keywords</th><td>${words}</td></tr>
</table>
</section>
`;
}

function tracks(parts: readonly IProduction[]): Track {
  const all = parts.map(trackOf);
  const [only = LINE] = all;
  return all.length <= 1 ? only : inSequence(all);
}

function trackOf(part: IProduction): Track {
  if (part instanceof Terminal) return tokenTrack(part.terminalType);
  if (part instanceof NonTerminal) return rule(ruleName(part.nonTerminalName));
  if (part instanceof Alternation) return oneOf(part.definition.map((one) => tracks((one as Alternative).definition)));
  invariant('definition' in part, 'a production is a terminal or has parts');
  const inner = tracks(part.definition as readonly IProduction[]);
  if (part instanceof Option) return maybe(inner);
  if (part instanceof Repetition) return maybe(again(inner));
  if (part instanceof RepetitionMandatory) return again(inner);
  if (part instanceof RepetitionMandatoryWithSeparator) return again(inner, tokenTrack(part.separator));
  if (part instanceof RepetitionWithSeparator) return maybe(again(inner, tokenTrack(part.separator)));
  throw new Error(`internal error: a production of a kind that has no track: ${part.constructor.name}`);
}

function tokenTrack(type: TokenType): Track {
  const spelled = spelling(type);
  return spelled === undefined ? rule(members(type).length > 0 ? type.name : terminalName(type)) : terminal(spelled);
}

const STYLE = `
:root { color-scheme: light dark; --line: #555; --text: #1c2420; --page: #fbfbf8; --word: #d9ecd2; --rule: #dde6f3; }
@media (prefers-color-scheme: dark) { :root { --line: #9aa39d; --text: #e6ebe7; --page: #161a18; --word: #2c4a2a; --rule: #2b3b52; } }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); }
a { color: inherit; } nav a { margin-right: .8em; }
h2 { margin: 2rem 0 .25rem; font-size: 1.05rem; } .track { overflow-x: auto; }
svg { display: block; } svg path { fill: none; stroke: var(--line); stroke-width: 1.5; }
svg rect { stroke: var(--line); stroke-width: 1.2; } .terminal { fill: var(--word); } .rule { fill: var(--rule); } .end { fill: var(--line); }
svg text { font: 13px ui-monospace, monospace; text-anchor: middle; fill: var(--text); } section:target h2 { text-decoration: underline; }
th { text-align: left; padding-right: 1em; vertical-align: top; } code { overflow-wrap: anywhere; }
`;

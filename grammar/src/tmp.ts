import { lexer } from '../../packages/syntax/src/tokens.ts';
import { start, step, expected, canEnd, explain } from './prefix-state.ts';
const text = process.argv[2]!;
let state = start();
for (const t of lexer.tokenize(text).tokens) {
  const lx = { type: t.tokenType.name, text: t.image };
  const next = step(state, lx);
  if (!next) { console.log('REFUSED at', t.startOffset, JSON.stringify(t.image), explain(state, lx)); console.log('  expected', expected(state).map((e: any) => e.kind + ':' + (e.text ?? e.name ?? '')).join(' ')); process.exit(1); }
  state = next;
}
console.log('ok canEnd', canEnd(state), 'paths', state.paths.length); 
console.log('  expected', expected(state).map((e: any) => e.kind + ':' + (e.text ?? e.name ?? JSON.stringify(e.units?.map((u:any)=>[u.name,u.direct,u.ranges])) ?? '')).join(' '));

import { readdirSync, readFileSync } from 'node:fs';
import { follow, diagnose, lexemesOf } from '../test/support.ts';
import { canEnd, explain, expected } from './prefix-state.ts';
const dir = '/work/main/grammar/corpus/ok/';
let ok = 0, bad = 0;
const files = [...readdirSync(dir).filter(f=>f.endsWith('.dio')).map(f=>dir+f), ...readdirSync('/work/main/examples').filter(f=>f.endsWith('.dio')).map(f=>'/work/main/examples/'+f)];
for (const f of files) {
  const text = readFileSync(f, 'utf8');
  const { state, refused } = follow(text);
  if (refused) { bad++; console.log('REFUSED', f, refused, text.slice(Math.max(0, refused.start-40), refused.end+10).replace(/\n/g,'⏎'), explain(state, refused)); }
  else if (!canEnd(state)) { bad++; console.log('CANNOT END', f); } else ok++;
}
console.log({ ok, bad });

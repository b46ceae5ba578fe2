import { createLibrary, individualOf } from '../../packages/assets/src/index.ts';

const { species } = createLibrary();
const [want, reps = '6', detail = 'high'] = process.argv.slice(2);
const rows: string[] = [];
for (const s of species.filter((x) => new RegExp(want!).test(x.id))) {
  const one = (n: number) => {
    const pose = s.poses[n % Math.max(1, s.poses.length)];
    const ind = individualOf(s, n, { detail: detail as any, ...(pose === undefined ? {} : { pose, phase: 0.25 }) });
    const a = process.cpuUsage();
    s.build(ind);
    const b = process.cpuUsage(a);
    return (b.user + b.system) / 1000;
  };
  for (let n = 0; n < 4; n++) one(n);
  const t = Array.from({ length: Number(reps) }, (_, n) => one(n)).sort((a, b) => a - b);
  rows.push(`${s.id} ${detail} median ${t[t.length >> 1]!.toFixed(0)} min ${t[0]!.toFixed(0)}`);
}
console.log(rows.join('\n'));

import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const deepPrefabsPage: ProblemPage = {
  code: 'deep-prefabs',
  severity: 'error',
  title: 'prefabs too deep',
  explanation: 'Prefabs may be built of prefabs of prefabs, up to 100 deep.',
  bad: 'prefab p0() { box { } }\nprefab p1() { p0 { } }\nprefab p2() { p1 { } }\nprefab p3() { p2 { } }\nprefab p4() { p3 { } }\nprefab p5() { p4 { } }\nprefab p6() { p5 { } }\nprefab p7() { p6 { } }\nprefab p8() { p7 { } }\nprefab p9() { p8 { } }\nprefab p10() { p9 { } }\nprefab p11() { p10 { } }\nprefab p12() { p11 { } }\nprefab p13() { p12 { } }\nprefab p14() { p13 { } }\nprefab p15() { p14 { } }\nprefab p16() { p15 { } }\nprefab p17() { p16 { } }\nprefab p18() { p17 { } }\nprefab p19() { p18 { } }\nprefab p20() { p19 { } }\nprefab p21() { p20 { } }\nprefab p22() { p21 { } }\nprefab p23() { p22 { } }\nprefab p24() { p23 { } }\nprefab p25() { p24 { } }\nprefab p26() { p25 { } }\nprefab p27() { p26 { } }\nprefab p28() { p27 { } }\nprefab p29() { p28 { } }\nprefab p30() { p29 { } }\nprefab p31() { p30 { } }\nprefab p32() { p31 { } }\nprefab p33() { p32 { } }\nprefab p34() { p33 { } }\nprefab p35() { p34 { } }\nprefab p36() { p35 { } }\nprefab p37() { p36 { } }\nprefab p38() { p37 { } }\nprefab p39() { p38 { } }\nprefab p40() { p39 { } }\nprefab p41() { p40 { } }\nprefab p42() { p41 { } }\nprefab p43() { p42 { } }\nprefab p44() { p43 { } }\nprefab p45() { p44 { } }\nprefab p46() { p45 { } }\nprefab p47() { p46 { } }\nprefab p48() { p47 { } }\nprefab p49() { p48 { } }\nprefab p50() { p49 { } }\nprefab p51() { p50 { } }\nprefab p52() { p51 { } }\nprefab p53() { p52 { } }\nprefab p54() { p53 { } }\nprefab p55() { p54 { } }\nprefab p56() { p55 { } }\nprefab p57() { p56 { } }\nprefab p58() { p57 { } }\nprefab p59() { p58 { } }\nprefab p60() { p59 { } }\nprefab p61() { p60 { } }\nprefab p62() { p61 { } }\nprefab p63() { p62 { } }\nprefab p64() { p63 { } }\nprefab p65() { p64 { } }\nprefab p66() { p65 { } }\nprefab p67() { p66 { } }\nprefab p68() { p67 { } }\nprefab p69() { p68 { } }\nprefab p70() { p69 { } }\nprefab p71() { p70 { } }\nprefab p72() { p71 { } }\nprefab p73() { p72 { } }\nprefab p74() { p73 { } }\nprefab p75() { p74 { } }\nprefab p76() { p75 { } }\nprefab p77() { p76 { } }\nprefab p78() { p77 { } }\nprefab p79() { p78 { } }\nprefab p80() { p79 { } }\nprefab p81() { p80 { } }\nprefab p82() { p81 { } }\nprefab p83() { p82 { } }\nprefab p84() { p83 { } }\nprefab p85() { p84 { } }\nprefab p86() { p85 { } }\nprefab p87() { p86 { } }\nprefab p88() { p87 { } }\nprefab p89() { p88 { } }\nprefab p90() { p89 { } }\nprefab p91() { p90 { } }\nprefab p92() { p91 { } }\nprefab p93() { p92 { } }\nprefab p94() { p93 { } }\nprefab p95() { p94 { } }\nprefab p96() { p95 { } }\nprefab p97() { p96 { } }\nprefab p98() { p97 { } }\nprefab p99() { p98 { } }\nprefab p100() { p99 { } }',
  good: 'prefab post() { box { } }\nprefab fence() { post { } }\nfence { at: (0, -8) }',
};

/** A prefab that builds on too many others. */
export function deepPrefabs(place: Place, name: string, limit: number): Diagnostic {
  return problem(deepPrefabsPage, place, `\`${name}\` builds on more than ${limit} prefabs, one in the other`, {
    notes: ['put some of them into one'],
  });
}

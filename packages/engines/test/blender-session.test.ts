// What a saved Blender file holds, how one Blender runs many programs, and what it says of those that fail.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quaternion } from '@diorama/geometry';
import { expect, test } from 'vitest';
import { emitBlender } from '../../backend-blender/src/index.ts';
import { boxPart, matte, type TestStage, testStage } from '../../backend-blender/test/support/test-stage.ts';
import { absentBlender, describeBlender, project, SIZE } from './support/blender.ts';

test('Blender is there, where it is required', () => {
  if (process.env.DIORAMA_REQUIRE_RENDERERS === '1') expect(absentBlender).toBeUndefined();
});

describeBlender('files and programs', ({ session, show }) => {
  test('a saved file holds names, collections, shared meshes and properties', async () => {
    const at = [{ translation: [0, 0, -5] as const }, { translation: [2, 0, -5] as const }];
    const parts = [boxPart(matte('grey', [0.5, 0.5, 0.5]), [1, 1, 1])];
    const things = [
      { name: 'bush/fern#2', asset: 'bush/fern#2', kind: 'bush' as const, parts, at },
      { name: 'rock', kind: 'boulder' as const, label: 'Öland "x"', parts, at: at.slice(1) },
    ];
    const { value } = emitBlender(testStage({ name: 'It’s a \u2028 "name"', things }), {
      locate: ({ file, start }) => `${file}:${start}`,
    });
    const check = `
import bpy, sys
bpy.ops.wm.open_mainfile(filepath=sys.argv[-1])
assert {c.name: sorted(o.name for o in c.objects) for c in bpy.data.collections} == {'Plants': ['bush 1', 'bush 2'], 'Rocks': ['Öland "x"']}
one, two, rock = (bpy.data.objects[name] for name in ('bush 1', 'bush 2', 'Öland "x"'))
assert one.data == two.data and one.data.name == 'bush/fern#2' and len(one.data.polygons) == 12
assert dict(two.items()) == {'diorama_id': 3, 'diorama_asset': 'bush/fern#2', 'diorama_kind': 'bush', 'diorama_source': 'test.dio:10'}, dict(two.items())
assert rock['diorama_label'] == 'Öland "x"' and tuple(rock.location) == (2.0, 5.0, 0.0)
assert bpy.context.scene.name == 'It’s a \u2028 "name"' and bpy.context.scene.camera is not None
`;
    const folder = await mkdtemp(join(tmpdir(), 'diorama-blend-'));
    try {
      const file = join(folder, 'scene.blend');
      await session().run(value, ['--save', file]);
      await session().run({ program: check }, [file]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('data in files, more objects than lines, exposure, Python’s own errors', async () => {
    const at = Array.from({ length: 450 }, (_, index) => ({
      translation: [(index % 30) - 14.5, Math.floor(index / 30) - 7.5, -20] as const,
    }));
    const stage: TestStage = {
      things: [{ name: 'cube', kind: 'box', parts: [boxPart(matte('grey', [0.5, 0.5, 0.5]), [1, 1, 1])], at }],
      camera: { fov: 40 },
    };
    const { ids } = await show(stage, { color: false }, { meshData: 'files' });
    const [x, y] = project({ position: [0, 0, 0], rotation: quaternion.identity, fov: 40 }, [
      at[200]?.translation[0] ?? 0,
      (at[200]?.translation[1] ?? 0) + 0.5,
      -19.5,
    ]);
    expect(ids?.[Math.floor(y) * SIZE + Math.floor(x)]).toBe(202);
    await expect(
      session().run({ program: 'def f():\n    raise ValueError("no such tree")\nf()\n' }, []),
    ).rejects.toThrow(/scene\.py", line 2, in f[\s\S]*no such tree/);
    await session().run({ program: 'import bpy\n' }, []);
    await expect(session().run({ program: 'import time\ntime.sleep(60)\n' }, [], 1500)).rejects.toThrow(
      /more than 1\.5 s/,
    );
    // A new Blender takes its place.
    await session().run({ program: 'import bpy\n' }, []);
  });
});

// The scene has haze, and glTF has none.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const GLTF_NO_HAZE: ProblemPage = {
  code: 'gltf-no-haze',
  severity: 'warning',
  command: 'compile',
  title: 'glTF has no haze',
  explanation: `A glTF file holds forms, surfaces, lights and cameras, and nothing about the air between them. So a viewer shows the
scene as on a perfectly clear day: what the haze would veil is seen to the horizon. The sky is painted with the haze before it.

The haze's density, color and height are written into the \`extras\` of the file's scene, where a program that knows of them
can read them. The other outputs draw the haze.`,
  bad: `haze { visibility: 400 }
tree { at: (0, -30), height: 8 }
`,
  good: `tree { at: (0, -30), height: 8 }
`,
};

export function gltfNoHaze(place: Place): Diagnostic {
  return problem(GLTF_NO_HAZE, place, 'viewers will show clear air', {
    notes: ['its density and color are in the extras of the glTF scene; render a picture to see the haze'],
  });
}

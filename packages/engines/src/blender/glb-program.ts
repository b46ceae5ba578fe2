// The Python program that renders a GLB file as Blender's own importer reads it.

export const GLB_PROGRAM = `"""Renders a GLB file with the lights, the camera and the materials that Blender's importer makes of it."""
import argparse
import os
import sys

import bpy


def read_options():
    parser = argparse.ArgumentParser()
    parser.add_argument('--glb', required=True)
    parser.add_argument('--render')
    parser.add_argument('--engine', default='CYCLES')
    parser.add_argument('--samples', type=int, default=16)
    parser.add_argument('--size', default='256x256')
    parser.add_argument('--passes')
    parser.add_argument('--no-shadows', action='store_true')
    return parser.parse_args(sys.argv[sys.argv.index('--') + 1:])


def restore_numpy_names():
    """The importer of Blender 3.4 uses names that newer releases of numpy have given up."""
    import numpy
    for name, kind in (('bool', bool), ('int', int), ('float', float), ('object', object)):
        if name not in numpy.__dict__:
            setattr(numpy, name, kind)


def set_if_there(thing, **settings):
    for name, value in settings.items():
        if hasattr(thing, name):
            setattr(thing, name, value)


def hide_what_is_hidden(material):
    """Cycles leaves two settings to EEVEE that the importer makes: backs that are not drawn, and alpha that cuts."""
    tree = material.node_tree
    output = next((node for node in tree.nodes if node.type == 'OUTPUT_MATERIAL'), None)
    if output is None or not output.inputs['Surface'].is_linked:
        return
    if getattr(material, 'blend_method', None) == 'CLIP':
        for node in list(tree.nodes):
            if node.type == 'BSDF_PRINCIPLED' and node.inputs['Alpha'].is_linked:
                is_cut = maths(tree, 'LESS_THAN', node.inputs['Alpha'].links[0].from_socket, material.alpha_threshold)
                tree.links.new(maths(tree, 'SUBTRACT', 1.0, is_cut), node.inputs['Alpha'])
    if material.use_backface_culling:
        mix = tree.nodes.new('ShaderNodeMixShader')
        tree.links.new(tree.nodes.new('ShaderNodeNewGeometry').outputs['Backfacing'], mix.inputs[0])
        tree.links.new(output.inputs['Surface'].links[0].from_socket, mix.inputs[1])
        tree.links.new(tree.nodes.new('ShaderNodeBsdfTransparent').outputs[0], mix.inputs[2])
        tree.links.new(mix.outputs[0], output.inputs['Surface'])


def maths(tree, operation, *terms):
    node = tree.nodes.new('ShaderNodeMath')
    node.operation = operation
    for socket, term in zip(node.inputs, terms):
        if isinstance(term, float):
            socket.default_value = term
        else:
            tree.links.new(term, socket)
    return node.outputs[0]


def main():
    options = read_options()
    bpy.ops.wm.read_factory_settings(use_empty=True)
    restore_numpy_names()
    # Lights as they are: watts, and watts a square metre, not candela and lux.
    mode = 'export_import_convert_lighting_mode'
    known = bpy.ops.import_scene.gltf.get_rna_type().properties.keys()
    units = {mode: 'COMPAT'} if mode in known else {}
    bpy.ops.import_scene.gltf(filepath=os.path.join(os.path.dirname(__file__), options.glb), **units)
    scene = bpy.context.scene
    scene.camera = next(thing for thing in scene.objects if thing.type == 'CAMERA')
    for thing in scene.objects:
        holder = thing
        while holder is not None and 'id' not in holder:
            holder = holder.parent
        thing.pass_index = 0 if holder is None else int(holder['id'])
        if thing.type == 'LIGHT':
            thing.data.use_shadow = not options.no_shadows
            set_if_there(thing.data.cycles, cast_shadow=not options.no_shadows)
    render = scene.render
    render.engine = options.engine
    render.resolution_x, render.resolution_y = (int(part) for part in options.size.split('x'))
    render.resolution_percentage = 100
    render.dither_intensity = 0.0
    render.use_file_extension = False
    scene.view_settings.view_transform = 'Standard'
    cycles = scene.cycles
    cycles.samples = options.samples
    cycles.use_adaptive_sampling = False
    cycles.use_denoising = False
    settings = render.image_settings
    if options.render:
        set_if_there(settings, media_type='IMAGE')
        settings.file_format = 'PNG'
        settings.color_mode = 'RGB'
        render.filepath = options.render
        bpy.ops.render.render(write_still=True)
    if options.passes:
        # A sky that is a painted ball is no thing.
        for thing in scene.objects:
            thing.hide_render = thing.type == 'MESH' and thing.pass_index == 0
        for material in bpy.data.materials:
            if material.use_nodes:
                hide_what_is_hidden(material)
        render.engine = 'CYCLES'
        cycles.samples = 1
        cycles.max_bounces = 0
        cycles.transparent_max_bounces = 64
        # A box would be a pixel wide whatever its width says, and its first ray off the pixel's centre.
        cycles.pixel_filter_type = 'BLACKMAN_HARRIS'
        cycles.filter_width = 0.01
        layer = scene.view_layers[0]
        layer.use_pass_object_index = True
        layer.use_pass_z = True
        set_if_there(settings, media_type='MULTI_LAYER_IMAGE')
        settings.file_format = 'OPEN_EXR_MULTILAYER'
        settings.color_depth = '32'
        settings.exr_codec = 'NONE'
        render.filepath = options.passes
        bpy.ops.render.render(write_still=True)


main()
`;

"""Turns sky parameters into the radiance that Blender's own sky texture gives, as 32-bit floats.

Usage: blender -b --factory-startup --python-exit-code 1 -P blender-sky.py -- cases.json out.bin

`cases.json` is a list; every case has the parameters of a SkyModel, the picture's "width" and "height", and may have a "view"
{"azimuth", "elevation", "fov"} in degrees: then the picture is a perspective one around that direction, with the sun's disc,
else an equirectangular panorama without it, with -Z (Blender's +Y) in the middle. `out.bin` gets the pictures one after another: width x height x RGB, top row first.
"""

import array
import json
import math
import os
import sys
import tempfile

import bpy
from mathutils import Matrix, Vector


def main(cases_file, out_file):
    with open(cases_file, encoding="utf-8") as stream:
        cases = json.load(stream)
    scene = bpy.context.scene
    for thing in list(bpy.data.objects):
        bpy.data.objects.remove(thing)
    camera = prepare(scene)
    sky, background = prepare_world(scene)
    with open(out_file, "wb") as out:
        for case in cases:
            set_sky(sky, background, case)
            scene.render.resolution_x = case["width"]
            scene.render.resolution_y = case["height"]
            set_view(camera, case.get("view"))
            sky.sun_disc = "view" in case
            out.write(render(scene))


def prepare(scene):
    scene.render.engine = "CYCLES"
    scene.cycles.samples = 1
    scene.cycles.use_denoising = False
    scene.cycles.use_adaptive_sampling = False
    scene.cycles.pixel_filter_type = "BOX"
    scene.cycles.filter_width = 0.01
    scene.cycles.max_bounces = 0
    scene.render.resolution_percentage = 100
    scene.render.use_persistent_data = True
    scene.render.threads_mode = "FIXED"
    scene.render.threads = 1
    scene.view_settings.view_transform = "Raw"
    scene.render.image_settings.file_format = "OPEN_EXR"
    scene.render.image_settings.color_mode = "RGB"
    scene.render.image_settings.color_depth = "32"
    camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    scene.collection.objects.link(camera)
    scene.camera = camera
    return camera


def prepare_world(scene):
    world = bpy.data.worlds.new("sky")
    scene.world = world
    world.use_nodes = True
    world.cycles.sampling_method = "NONE"
    nodes = world.node_tree.nodes
    sky = nodes.new("ShaderNodeTexSky")
    # Blender 5 calls Nishita's sky single scattering.
    kinds = sky.bl_rna.properties["sky_type"].enum_items.keys()
    sky.sky_type = "NISHITA" if "NISHITA" in kinds else "SINGLE_SCATTERING"
    background = nodes["Background"]
    world.node_tree.links.new(sky.outputs["Color"], background.inputs["Color"])
    return sky, background


def set_sky(sky, background, case):
    sky.sun_elevation = math.radians(case["sunElevation"])
    sky.sun_rotation = math.radians(case["sunAzimuth"])
    sky.sun_size = math.radians(case["sunSize"])
    sky.sun_intensity = case["sunIntensity"]
    sky.altitude = case["altitude"]
    sky.air_density = case["air"]
    # Blender 5 calls dust aerosols.
    if hasattr(sky, "dust_density"):
        sky.dust_density = case["dust"]
    else:
        sky.aerosol_density = case["dust"]
    sky.ozone_density = case["ozone"]
    background.inputs["Strength"].default_value = case["strength"]


def set_view(camera, view):
    if view is None:
        camera.data.type = "PANO"
        # Blender 5 moved the kind of panorama from the Cycles settings to the camera.
        panorama = camera.data if hasattr(camera.data, "panorama_type") else camera.data.cycles
        panorama.panorama_type = "EQUIRECTANGULAR"
        camera.matrix_world = Matrix.Rotation(math.pi / 2, 4, "X")
        return
    camera.data.type = "PERSP"
    camera.data.sensor_fit = "VERTICAL"
    camera.data.angle_y = math.radians(view["fov"])
    azimuth, elevation = math.radians(view["azimuth"]), math.radians(view["elevation"])
    right = Vector((math.cos(azimuth), -math.sin(azimuth), 0))
    back = -Vector(
        (math.sin(azimuth) * math.cos(elevation), math.cos(azimuth) * math.cos(elevation), math.sin(elevation))
    )
    camera.matrix_world = Matrix((right, back.cross(right), back)).transposed().to_4x4()


def render(scene):
    with tempfile.TemporaryDirectory() as folder:
        scene.render.filepath = os.path.join(folder, "sky.exr")
        bpy.ops.render.render(write_still=True)
        picture = bpy.data.images.load(scene.render.filepath)
        picture.colorspace_settings.name = "Non-Color"
        width, height = picture.size
        pixels = array.array("f", [0.0]) * (width * height * 4)
        picture.pixels.foreach_get(pixels)
        bpy.data.images.remove(picture)
    rows = array.array("f")
    for row in reversed(range(height)):
        for pixel in range(row * width, (row + 1) * width):
            rows.extend(pixels[4 * pixel : 4 * pixel + 3])
    return rows.tobytes()


main(*sys.argv[sys.argv.index("--") + 1 :][:2])

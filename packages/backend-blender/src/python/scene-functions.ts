// The Python functions that set up light, camera and rendering, and the command line.

/** Sky, sun, camera. */
export const LIGHT_FUNCTIONS = `# ---- Sky, sun, camera ------------------------------------------------------------------------------------------------

def add_sky(scene):
    """The world: the sky as it lights the scene, and the sky with the sun's disc as the camera sees it."""
    world = bpy.data.worlds.new('Sky')
    scene.world = world
    world.use_nodes = True
    tree = world.node_tree
    tree.nodes.clear()

    direction = node(tree, 'TexCoord', output='Generated')
    up = node(tree, 'SeparateXYZ', direction, output='Z')
    sky = sky_texture(tree, direction)
    sky_light = node(tree, 'Background', sky, SKY['strength'])

    # What is lit sees the ground's own light below the horizon, also where the ground ends.
    below = maths(tree, 'LESS_THAN', up, 0.0)
    lighting = mix(tree, below, sky_light, node(tree, 'Background', GROUND_LIGHT, 1.0))

    # The camera sees the disc, which is darker towards its edge, and the haze before the sky.
    seen = sky_light
    if max(SUN['disc']) > 0.0 and SUN['size'] > 0.0:
        apart = vector_maths(tree, 'DISTANCE', direction, SUN['direction'], output='Value')
        half_angle = maths(tree, 'ARCSINE', maths(tree, 'MINIMUM', maths(tree, 'MULTIPLY', apart, 0.5), 1.0))
        share = maths(tree, 'MULTIPLY', half_angle, 4.0 / math.radians(SUN['size']))
        depth = maths(tree, 'SQRT', maths(tree, 'SUBTRACT', 1.0, maths(tree, 'MINIMUM', maths(tree, 'MULTIPLY', share, share), 1.0)))
        brightness = maths(tree, 'MULTIPLY_ADD', depth, 0.6, 0.4)
        is_disc = maths(tree, 'MULTIPLY', maths(tree, 'LESS_THAN', share, 1.0), maths(tree, 'GREATER_THAN', up, 0.0))
        seen = mix(tree, is_disc, seen, node(tree, 'Background', SUN['disc'], brightness))
    if HAZE is not None:
        share = haze_share(tree, CAMERA['far'], up)
        seen = mix(tree, share, seen, node(tree, 'Background', HAZE['color'], 1.0))

    light = mix(tree, is_camera_ray(tree), lighting, seen)
    tree.links.new(light, tree.nodes.new('ShaderNodeOutputWorld').inputs['Surface'])
    # A sky without its disc is even enough to be found by chance, and then all rays to lights are for sun and lamps.
    set_if_there(world.cycles, sampling_method='NONE')


def sky_texture(tree, direction):
    """Blender's physical sky without its disc; its names changed with Blender 5.0."""
    output = node(tree, 'TexSky', direction)
    sky = output.node
    kinds = sky.bl_rna.properties['sky_type'].enum_items.keys()
    sky.sky_type = 'NISHITA' if 'NISHITA' in kinds else 'SINGLE_SCATTERING'
    sky.sun_disc = False
    sky.sun_elevation = math.radians(SKY['sun_elevation'])
    sky.sun_rotation = math.radians(SKY['sun_azimuth'])
    sky.altitude = SKY['altitude']
    sky.air_density = SKY['air']
    sky.ozone_density = SKY['ozone']
    set_if_there(sky, dust_density=SKY['dust'], aerosol_density=SKY['dust'])
    return output


def add_sun(scene):
    """The sun as a lamp: EEVEE's sky has none. Nothing but the camera sees the disc of the sky."""
    energy = max(SUN['irradiance'])
    if energy <= 0.0:
        return
    light = bpy.data.lights.new('Sun', 'SUN')
    light.energy = energy
    light.color = [part / energy for part in SUN['irradiance']]
    light.angle = math.radians(SUN['size'])
    set_if_there(light, shadow_cascade_max_distance=SHADOW_DISTANCE, shadow_cascade_count=4, shadow_maximum_resolution=0.001)
    thing = bpy.data.objects.new('Sun', light)
    thing.rotation_mode = 'QUATERNION'
    thing.rotation_quaternion = Vector(SUN['direction']).to_track_quat('Z', 'Y')
    scene.collection.objects.link(thing)


def add_camera(scene):
    data = bpy.data.cameras.new('Camera')
    data.sensor_fit = 'VERTICAL'
    data.sensor_height = 24.0 if CAMERA['fov'] < 150.0 else 100.0  # Blender knows no lens shorter than 1 mm
    data.angle_y = math.radians(CAMERA['fov'])
    data.clip_start = CAMERA['near']
    data.clip_end = CAMERA['far']
    thing = bpy.data.objects.new('Camera', data)
    thing.location = CAMERA['at']
    thing.rotation_mode = 'QUATERNION'
    thing.rotation_quaternion = CAMERA['rotation']
    scene.collection.objects.link(thing)
    scene.camera = thing
`;

/** Rendering and the command line. */
export const RENDER_FUNCTIONS = `# ---- Rendering -------------------------------------------------------------------------------------------------------

def new_scene():
    """Without a window all of Blender is ours; with one, other scenes stay as they are."""
    if bpy.app.background:
        bpy.ops.wm.read_factory_settings(use_empty=True)
        scene = bpy.context.scene
        scene.name = NAME
    else:
        scene = bpy.data.scenes.new(NAME)
        bpy.context.window.scene = scene
    return scene


def set_up_rendering(scene, options):
    use_engine(scene, options.engine)
    render = scene.render
    render.resolution_x, render.resolution_y = options.size
    render.resolution_percentage = 100
    render.dither_intensity = 0.0
    render.use_file_extension = False

    # Colors as they are: sRGB without a film's curve.
    scene.display_settings.display_device = 'sRGB'
    scene.view_settings.view_transform = 'Standard'
    scene.view_settings.look = 'None'
    # Workbench has a light of its own.
    scene.view_settings.exposure = 0.0 if render.engine == 'BLENDER_WORKBENCH' else EXPOSURE
    scene.view_settings.gamma = 1.0

    # Cycles. Two bounces: the sky's light that the ground sends up to what stands on it.
    cycles = scene.cycles
    cycles.samples = options.samples
    cycles.use_adaptive_sampling = False
    cycles.use_denoising = False  # not every build of Blender has a denoiser
    cycles.max_bounces = 3
    cycles.diffuse_bounces = 2
    cycles.glossy_bounces = 2
    cycles.transparent_max_bounces = 64
    cycles.light_sampling_threshold = 0.0
    cycles.pixel_filter_type = 'BOX'  # a pixel is the mean of what is in it
    cycles.filter_width = 1.0
    cycles.caustics_reflective = False
    cycles.caustics_refractive = False

    # EEVEE. Its soft shadows are drawn anew for each sample: too slow where there is no graphics card.
    set_if_there(scene.eevee, taa_render_samples=options.samples, use_shadows=True, use_soft_shadows=False,
                 shadow_cascade_size='2048', use_shadow_high_bitdepth=True, light_threshold=0.0001)

    # Workbench.
    shading = scene.display.shading
    shading.color_type = 'MATERIAL'
    shading.show_shadows = False


def use_engine(scene, name):
    """EEVEE's name differs between Blender's versions."""
    names = {'BLENDER_EEVEE': ['BLENDER_EEVEE_NEXT'], 'BLENDER_EEVEE_NEXT': ['BLENDER_EEVEE']}
    for known in [name, *names.get(name, [])]:
        try:
            scene.render.engine = known
            return
        except TypeError:
            pass
    raise SystemExit(f'this Blender has no engine {name}')


def render_picture(scene, file):
    scene.render.filepath = os.path.abspath(file)
    settings = scene.render.image_settings
    set_if_there(settings, media_type='IMAGE')
    settings.file_format = 'PNG'
    settings.color_mode = 'RGB'
    settings.color_depth = '8'
    bpy.ops.render.render(write_still=True, scene=scene.name)


def render_passes(scene, file):
    """Which object each pixel shows (its diorama_id) and how far along the camera's axis: one ray through its centre."""
    scene.render.engine = 'CYCLES'
    cycles = scene.cycles
    cycles.samples = 1
    cycles.max_bounces = 0
    # Not a box: that one is always a pixel wide, and its first ray half a thousandth of a pixel off the centre.
    cycles.pixel_filter_type = 'BLACKMAN_HARRIS'
    cycles.filter_width = 0.01
    scene.world = None  # no ray needs the sky, and its table takes longer than the picture
    layer = scene.view_layers[0]
    layer.use_pass_object_index = True
    layer.use_pass_z = True
    settings = scene.render.image_settings
    set_if_there(settings, media_type='MULTI_LAYER_IMAGE')
    settings.file_format = 'OPEN_EXR_MULTILAYER'
    settings.color_depth = '32'
    settings.exr_codec = 'NONE'
    scene.render.filepath = os.path.abspath(file)
    bpy.ops.render.render(write_still=True, scene=scene.name)
    if LARGEST_ID < ID_STEP:
        return
    # A pass holds numbers below 32768: the rest of larger ones goes into a file of its own.
    for thing in scene.objects:
        thing.pass_index = thing.get('diorama_id', 0) // ID_STEP
    scene.render.filepath += '.high'
    bpy.ops.render.render(write_still=True, scene=scene.name)


def read_options():
    """What follows -- on the command line; nothing if the program runs in Blender's text editor."""
    parser = argparse.ArgumentParser(prog='blender -b -P ' + FILE + ' --', description=f'Builds and renders {NAME}.')
    parser.add_argument('--render', metavar='FILE', help='render a PNG picture')
    parser.add_argument('--engine', default='CYCLES', help='CYCLES, BLENDER_EEVEE, BLENDER_EEVEE_NEXT or BLENDER_WORKBENCH')
    parser.add_argument('--samples', type=int, default=SAMPLES, help='rays a pixel')
    parser.add_argument('--size', type=size, default=SIZE, metavar='WxH', help='pixels')
    parser.add_argument('--passes', metavar='FILE', help='render object ids and depths as a multilayer OpenEXR')
    parser.add_argument('--save', metavar='FILE', help='save a .blend file')
    parser.add_argument('--no-shadows', action='store_true', help='let nothing stand in the way of light')
    return parser.parse_args(sys.argv[sys.argv.index('--') + 1:] if '--' in sys.argv else [])


def size(text):
    width, height = text.lower().split('x')
    return int(width), int(height)


def main():
    options = read_options()
    scene = new_scene()
    add_sky(scene)
    add_sun(scene)
    add_camera(scene)
    add_things(scene)
    set_up_rendering(scene, options)
    if options.no_shadows:
        light_freely(scene)
    if options.save:
        bpy.ops.wm.save_as_mainfile(filepath=os.path.abspath(options.save))
    if options.render:
        render_picture(scene, options.render)
    if options.passes:
        render_passes(scene, options.passes)
`;

// The Python functions that every program brings along: data, node trees, materials, meshes, objects.

/** Reading what the program carries. */
export const DATA_HELPERS = `# ---- Data ------------------------------------------------------------------------------------------------------------

def data_folder():
    """The folder beside this file that holds the data; in the text editor, beside the text or the .blend file."""
    places = [globals().get('__file__', ''), bpy.data.filepath, *(text.filepath for text in bpy.data.texts)]
    folders = [os.path.join(os.path.dirname(bpy.path.abspath(place)), DATA_FOLDER) for place in places if place]
    return next((folder for folder in folders if os.path.isdir(folder)), DATA_FOLDER)


def read_file(name):
    if DATA_FOLDER is None:
        return base64.b64decode(DATA[name])
    with open(os.path.join(data_folder(), name), 'rb') as file:
        return file.read()


class Reader:
    """Takes arrays of numbers, one after the other, from compressed data."""

    def __init__(self, name):
        self.data = zlib.decompress(read_file(name))
        self.at = 0

    def take(self, kind, count):
        """An array of 'f' floats, 'i' integers or 'H' unsigned 16-bit integers."""
        numbers = array(kind)
        end = self.at + count * numbers.itemsize
        numbers.frombytes(self.data[self.at:end])
        self.at = end
        if sys.byteorder == 'big':
            numbers.byteswap()
        return numbers
`;

/** Building node trees. */
export const NODE_HELPERS = `# ---- Nodes -----------------------------------------------------------------------------------------------------------

def node(tree, kind, *inputs, output=0, **settings):
    """Adds a node and connects its inputs, in order, to sockets or constants; gives one of its outputs."""
    added = tree.nodes.new('ShaderNode' + kind)
    for name, value in settings.items():
        setattr(added, name, value)
    for socket, value in zip(added.inputs, inputs):
        connect(tree, socket, value)
    return added.outputs[output]


def connect(tree, socket, value):
    if isinstance(value, bpy.types.NodeSocket):
        tree.links.new(value, socket)
    elif value is not None:
        is_rgb = socket.type == 'RGBA' and len(value) == 3
        socket.default_value = (*value, 1.0) if is_rgb else value


def maths(tree, operation, *inputs):
    return node(tree, 'Math', *inputs, operation=operation)


def vector_maths(tree, operation, *inputs, output=0):
    return node(tree, 'VectorMath', *inputs, operation=operation, output=output)


def mix(tree, factor, first, second):
    """A shader between two: the first where the factor is 0, the second where it is 1."""
    return node(tree, 'MixShader', factor, first, second)


def is_camera_ray(tree):
    return node(tree, 'LightPath', output='Is Camera Ray')


def new_group(name, takes, gives):
    """A node group of one input and one output: the kind of each socket and its name."""
    group = bpy.data.node_groups.new(name, 'ShaderNodeTree')
    if hasattr(group, 'interface'):  # Blender 4.0 and later
        group.interface.new_socket(takes[1], in_out='INPUT', socket_type=takes[0])
        group.interface.new_socket(gives[1], in_out='OUTPUT', socket_type=gives[0])
    else:
        group.inputs.new(*takes)
        group.outputs.new(*gives)
    return group


def use_group(tree, group, value):
    """Adds a node of a group and connects its input; gives its output."""
    added = tree.nodes.new('ShaderNodeGroup')
    added.node_tree = group
    connect(tree, added.inputs[0], value)
    return added.outputs[0]


def haze_share(tree, distance, up):
    """How much of the light from that distance is lost to the haze, 0 to 1, in a direction of that height."""
    through = maths(tree, 'DIVIDE', HAZE['ceiling'], maths(tree, 'MAXIMUM', up, 1e-9))
    path = maths(tree, 'MINIMUM', distance, through)
    left = maths(tree, 'EXPONENT', maths(tree, 'MULTIPLY', path, -HAZE['density']))
    return maths(tree, 'SUBTRACT', 1.0, left)


def haze_group():
    """The node group that veils a surface by its distance. It acts on what the camera sees, not on light between surfaces."""
    group = bpy.data.node_groups.get('Haze')
    if group is not None:
        return group
    group = new_group('Haze', ('NodeSocketShader', 'Surface'), ('NodeSocketShader', 'Surface'))
    clear = group.nodes.new('NodeGroupInput').outputs[0]
    to_eye = node(group, 'NewGeometry', output='Incoming')
    up = maths(group, 'MULTIPLY', node(group, 'SeparateXYZ', to_eye, output='Z'), -1.0)
    share = haze_share(group, node(group, 'CameraData', output='View Distance'), up)
    veiled = mix(
        group,
        maths(group, 'MULTIPLY', share, is_camera_ray(group)),
        clear,
        node(group, 'Emission', HAZE['color'], 1.0),
    )
    group.links.new(veiled, group.nodes.new('NodeGroupOutput').inputs[0])
    return group
`;

/** Materials and their images. */
export const MATERIAL_HELPERS = `# ---- Materials -------------------------------------------------------------------------------------------------------

def picture(name):
    """An image from the data, packed into the .blend file."""
    content = read_file(name)
    image = bpy.data.images.new(name, 1, 1, alpha=True)
    image.source = 'FILE'
    image.filepath = '//' + name
    image.pack(data=content, data_len=len(content))
    image.colorspace_settings.name = 'sRGB'
    image.alpha_mode = 'CHANNEL_PACKED'  # what is cut away must not darken its edge
    return image


def texture(tree, image, wrap):
    """The texture node of an image; wrap says of u and v what is beyond its edge: REPEAT, EXTEND or MIRROR."""
    if wrap[0] == wrap[1] != 'MIRROR':
        return node(tree, 'TexImage', image=image, extension=wrap[0], output='Color').node
    uv = node(tree, 'UVMap', uv_map='UVMap')
    parts = []
    for axis, edge in enumerate(wrap):
        part = node(tree, 'SeparateXYZ', uv, output=axis)
        if edge == 'MIRROR':
            part = maths(tree, 'PINGPONG', part, 1.0)
        if edge != 'REPEAT':
            inset = 0.5 / max(1, image.size[axis])
            part = node(tree, 'Clamp', part, inset, 1.0 - inset)
        parts.append(part)
    both = node(tree, 'CombineXYZ', *parts)
    return node(tree, 'TexImage', both, image=image, extension='REPEAT', output='Color').node


def surface(name, color=(1.0, 1.0, 1.0), roughness=1.0, metallic=0.0, emission=None, image=None,
            wrap=('REPEAT', 'REPEAT'), vertex_colors=False, cutoff=None, double_sided=False):
    """A material. Its color is color x image x vertex colors; where alpha is below cutoff there is nothing."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    material.diffuse_color = (*color, 1.0)
    material.use_backface_culling = not double_sided
    tree = material.node_tree
    tree.nodes.clear()

    # Color and alpha.
    albedo, alphas = color, []
    sources = []
    if image is not None:
        sources.append(texture(tree, image, wrap))
    if vertex_colors:
        sources.append(node(tree, 'VertexColor', layer_name='Color').node)
    for source in sources:
        is_white = not isinstance(albedo, bpy.types.NodeSocket) and tuple(albedo) == (1.0, 1.0, 1.0)
        tint = source.outputs['Color']
        albedo = tint if is_white else vector_maths(tree, 'MULTIPLY', tint, albedo)
        alphas.append(source.outputs['Alpha'])

    # Light. A dull surface scatters evenly (Lambert); the Principled BSDF never quite does.
    if metallic == 0.0 and roughness >= MATTE_ROUGHNESS:
        shader = node(tree, 'BsdfDiffuse', albedo, 0.0)
    else:
        shader = node(tree, 'BsdfPrincipled')
        inputs = shader.node.inputs
        for socket, value in (('Base Color', albedo), ('Metallic', metallic), ('Roughness', roughness), ('IOR', 1.5)):
            connect(tree, inputs[socket], value)
    if emission is not None:
        shader = node(tree, 'AddShader', shader, node(tree, 'Emission', emission, 1.0))

    # Air.
    if HAZE is not None:
        shader = use_group(tree, haze_group(), shader)

    # Holes: what is cut away, and backs that only throw shadows.
    holes = []
    if cutoff is not None and alphas:
        alpha = alphas[0] if len(alphas) == 1 else maths(tree, 'MULTIPLY', *alphas)
        holes.append(maths(tree, 'LESS_THAN', alpha, cutoff))
    is_cut = bool(holes)
    if not double_sided:
        is_back = node(tree, 'NewGeometry', output='Backfacing')
        holes.append(maths(tree, 'MULTIPLY', is_back, is_camera_ray(tree)))
    if holes:
        hole = holes[0] if len(holes) == 1 else maths(tree, 'MAXIMUM', *holes)
        shader = mix(tree, hole, shader, node(tree, 'BsdfTransparent', (1.0, 1.0, 1.0)))
    tree.links.new(shader, tree.nodes.new('ShaderNodeOutputMaterial').inputs['Surface'])

    # The names of these settings differ between Blender's versions.
    set_if_there(material.cycles, emission_sampling='NONE', sample_as_light=False, use_transparent_shadow=is_cut)
    set_if_there(material, use_transparent_shadow=is_cut)
    if is_cut:
        set_if_there(material, blend_method='CLIP', alpha_threshold=0.5, shadow_method='CLIP')
    return material


def set_if_there(thing, **settings):
    """Sets the properties that this version of Blender knows."""
    for name, value in settings.items():
        if hasattr(thing, name):
            setattr(thing, name, value)
`;

/** Meshes and objects. */
export const OBJECT_HELPERS = `# ---- Meshes and objects ----------------------------------------------------------------------------------------------

def build_mesh(name, data, vertices, materials, uvs=False, colors=False, asset=None):
    """A mesh from the data; materials are pairs of a material and the number of its triangles, in order."""
    reader = Reader(data)
    positions = reader.take('f', 3 * vertices)
    normals = reader.take('f', 3 * vertices)
    uv = reader.take('f', 2 * vertices) if uvs else None
    color = reader.take('H', 4 * vertices) if colors else None
    triangles = sum(count for _, count in materials)
    corners = reader.take('i', 3 * triangles)

    mesh = bpy.data.meshes.new(name)
    mesh.vertices.add(vertices)
    mesh.vertices.foreach_set('co', positions)
    mesh.loops.add(3 * triangles)
    mesh.loops.foreach_set('vertex_index', corners)
    mesh.polygons.add(triangles)
    mesh.polygons.foreach_set('loop_start', array('i', range(0, 3 * triangles, 3)))
    if bpy.app.version < (3, 6, 0):
        mesh.polygons.foreach_set('loop_total', array('i', [3]) * triangles)
    slots = array('i')
    for slot, (material, count) in enumerate(materials):
        mesh.materials.append(material)
        slots.extend(array('i', [slot]) * count)
    mesh.polygons.foreach_set('material_index', slots)
    mesh.polygons.foreach_set('use_smooth', [True] * triangles)
    if uv is not None:
        layer = mesh.uv_layers.new(name='UVMap')
        layer.data.foreach_set('uv', array('f', [part for at in corners for part in uv[2 * at:2 * at + 2]]))
    if color is not None:
        attribute = mesh.color_attributes.new('Color', 'FLOAT_COLOR', 'POINT')
        attribute.data.foreach_set('color', array('f', [part / 65535 for part in color]))
    mesh.update(calc_edges=True)
    if hasattr(mesh, 'use_auto_smooth'):  # before Blender 4.1, custom normals count only with it
        mesh.use_auto_smooth = True
    mesh.normals_split_custom_set_from_vertices(list(zip(normals[0::3], normals[1::3], normals[2::3])))
    if asset is not None:
        mesh['diorama_asset'] = asset
    return mesh


def collection(scene, name):
    """A new collection of the scene."""
    added = bpy.data.collections.new(name)
    scene.collection.children.link(added)
    return added


def place(group, name, mesh, at=(0.0, 0.0, 0.0), rotation=(1.0, 0.0, 0.0, 0.0), scale=1.0, id=0, **properties):
    """Puts a mesh into the scene. Objects of one mesh share it. Rotations are quaternions: w, x, y, z."""
    thing = bpy.data.objects.new(name, mesh)
    thing.location = at
    thing.rotation_mode = 'QUATERNION'
    thing.rotation_quaternion = rotation
    thing.scale = scale if isinstance(scale, tuple) else (scale, scale, scale)
    thing.pass_index = id % ID_STEP
    describe(thing, id=id, asset=mesh.get('diorama_asset'), **properties)
    group.objects.link(thing)
    return thing


def place_table(meshes, groups):
    """Puts many objects into the scene, from tables in the data."""
    texts = json.loads(zlib.decompress(read_file('table-texts')))
    numbers = Reader('table-numbers')
    rows = numbers.take('f', 10 * len(texts))
    for row, (name, mesh, group, id, properties) in enumerate(texts):
        x, y, z, qw, qx, qy, qz, *scale = rows[10 * row:10 * row + 10]
        place(groups[group], name, meshes[mesh], (x, y, z), (qw, qx, qy, qz), tuple(scale), id, **properties)


def lamp(group, name, at, power, color, radius, id=0, **properties):
    """A point light of some watts. As in all pictures of Diorama, lamps throw no shadows."""
    light = bpy.data.lights.new(name, 'POINT')
    light.energy = power
    light.color = color
    light.shadow_soft_size = radius
    light.use_shadow = False
    set_if_there(light.cycles, cast_shadow=False)
    thing = bpy.data.objects.new(name, light)
    thing.location = at
    thing.visible_camera = False
    describe(thing, id=id, **properties)
    group.objects.link(thing)
    return thing


def describe(thing, **properties):
    """Keeps the names of the scene's program as custom properties."""
    for name, value in properties.items():
        if value is not None:
            thing['diorama_' + name] = value
`;

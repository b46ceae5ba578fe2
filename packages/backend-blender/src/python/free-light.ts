// The Python functions that light a scene as if nothing stood in the way of any light.

/** What `--no-shadows` does to a scene that is ready to be rendered. */
export const FREE_LIGHT_FUNCTIONS = `# ---- Light without shadows -------------------------------------------------------------------------------------------

def light_freely(scene):
    """
    No shadows, and no light from one thing to another. The light of sky and ground falls on each surface as on one that stands
    free on even ground: it depends on the normal alone, and is added to what the surface gives off.
    """
    for thing in scene.objects:
        if thing.type == 'LIGHT':
            thing.data.use_shadow = False
            set_if_there(thing.data.cycles, cast_shadow=False)
            if thing.data.type == 'SUN':  # its highlights are left; the rest is added without an eye on the mesh's facets
                thing.visible_diffuse = False
                thing.data.diffuse_factor = 0.0
        else:
            thing.visible_diffuse = thing.visible_glossy = False  # even after the last bounce Cycles asks who shines
    scene.cycles.max_bounces = 0

    # The world is for the camera alone.
    tree = scene.world.node_tree
    background = next(node for node in tree.nodes if node.type == 'OUTPUT_WORLD').inputs['Surface'].links[0].from_node
    tree.links.remove(background.inputs[1].links[0])

    for material in dict.fromkeys(slot.material for thing in scene.objects for slot in thing.material_slots):
        tree = material.node_tree
        for shader in [node for node in tree.nodes if node.type in ('BSDF_DIFFUSE', 'BSDF_PRINCIPLED')]:
            ends = [link.to_socket for link in shader.outputs[0].links]
            both = node(tree, 'AddShader', shader.outputs[0], free_light(tree, shader))
            for end in ends:
                tree.links.new(both, end)


def free_light(tree, shader):
    """What a surface sends to the eye of the light of sun, sky and ground, highlights of the sun left out."""
    albedo = shader.inputs[0].links[0].from_socket if shader.inputs[0].is_linked else tuple(shader.inputs[0].default_value[:3])
    normal = node(tree, 'NewGeometry', output='Normal')
    irradiance = use_group(tree, irradiance_group(), normal)
    towards_sun = vector_maths(tree, 'DOT_PRODUCT', normal, SUN['direction'], output='Value')
    irradiance = vector_maths(tree, 'MULTIPLY_ADD', maths(tree, 'MAXIMUM', towards_sun, 0.0), SUN['irradiance'], irradiance)
    scattered = node(tree, 'Emission', vector_maths(tree, 'MULTIPLY', albedo, irradiance), 1.0 / math.pi)
    if shader.type == 'BSDF_DIFFUSE':
        return scattered
    metallic, roughness = shader.inputs['Metallic'].default_value, shader.inputs['Roughness'].default_value
    scattered.node.inputs['Strength'].default_value = (1.0 - metallic) / math.pi
    if metallic == 0.0:
        # Of the Principled BSDF only the highlights are left: what it scatters brightens towards the edge.
        scattered = node(tree, 'AddShader', scattered, node(tree, 'BsdfDiffuse', albedo, 0.0))
        for link in shader.inputs[0].links:
            tree.links.remove(link)
        shader.inputs[0].default_value = (0.0, 0.0, 0.0, 1.0)
    return node(tree, 'AddShader', scattered, free_reflection(tree, albedo, metallic, roughness))


def irradiance_group():
    """The node group that tells how much light falls from all around on a surface with some normal."""
    group = bpy.data.node_groups.get('Irradiance')
    if group is not None:
        return group
    group = new_group('Irradiance', ('NodeSocketVector', 'Normal'), ('NodeSocketColor', 'Irradiance'))
    x, y, z = node(group, 'SeparateXYZ', group.nodes.new('NodeGroupInput').outputs[0]).node.outputs
    products = [maths(group, 'MULTIPLY', *pair) for pair in ((x, y), (y, z), (x, z), (y, y))]
    difference = maths(group, 'SUBTRACT', maths(group, 'MULTIPLY', x, x), maths(group, 'MULTIPLY', z, z))
    light = IRRADIANCE[0]
    for color, term in zip(IRRADIANCE[1:], (x, y, z, *products, difference)):
        light = vector_maths(group, 'MULTIPLY_ADD', term, color, light)
    light = vector_maths(group, 'MAXIMUM', light, (0.0, 0.0, 0.0))
    group.links.new(light, group.nodes.new('NodeGroupOutput').inputs[0])
    return group


def free_reflection(tree, albedo, metallic, roughness):
    """
    What a glossy surface mirrors: the sky above the horizon and the ground's light below it, and the rougher it is, the more of
    the light from all around. The share that comes back is after Karis, "Physically based shading on mobile", 2014.
    """
    mirrored = node(tree, 'TexCoord', output='Reflection')
    x, y, z = node(tree, 'SeparateXYZ', mirrored).node.outputs
    sky = sky_texture(tree, node(tree, 'CombineXYZ', x, y, maths(tree, 'MAXIMUM', z, 0.0)))
    above = node(tree, 'Clamp', maths(tree, 'MULTIPLY_ADD', z, 1.0 / (0.02 + roughness), 0.5))
    blurred = use_group(tree, irradiance_group(), mirrored)
    blur = roughness * (2.0 - roughness)

    geometry = node(tree, 'NewGeometry').node.outputs
    facing = vector_maths(tree, 'DOT_PRODUCT', geometry['Normal'], geometry['Incoming'], output='Value')
    fall = maths(tree, 'MINIMUM', maths(tree, 'POWER', 2.0, maths(tree, 'MULTIPLY', facing, -9.28)), (1.0 - roughness) ** 2)
    fall = maths(tree, 'MULTIPLY_ADD', fall, 1.0 - roughness, 0.0425 - 0.0275 * roughness)
    times = maths(tree, 'MULTIPLY_ADD', fall, -1.04, 1.04 - 0.572 * roughness)
    plus = maths(tree, 'MULTIPLY_ADD', fall, 1.04, 0.022 * roughness - 0.04)
    straight = vector_maths(tree, 'MULTIPLY_ADD', albedo, (metallic,) * 3, (0.04 * (1.0 - metallic),) * 3)
    share = vector_maths(tree, 'MULTIPLY_ADD', straight, times, plus)

    sharp = mix(
        tree,
        above,
        node(tree, 'Emission', vector_maths(tree, 'MULTIPLY', share, GROUND_LIGHT), 1.0),
        node(tree, 'Emission', vector_maths(tree, 'MULTIPLY', share, sky), SKY['strength']),
    )
    return mix(tree, blur, sharp, node(tree, 'Emission', vector_maths(tree, 'MULTIPLY', share, blurred), 1.0 / math.pi))
`;

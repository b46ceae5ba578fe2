// The parts of the picture that three.js does not draw by itself, in its shaders' language: sky, haze and reflections.
// `diorama…` names are ours. All light here is already multiplied by the exposure.

/** Light that is scattered into the way from a point to the eye. */
export const HAZE_FUNCTIONS = `
uniform float dioramaHazeDensity;
uniform vec3 dioramaHazeColor;
uniform float dioramaHazeCeiling;
// Haze over a way of so many metres in a direction that rises by so much per metre.
vec3 dioramaHaze( vec3 light, float way, float rise ) {
	float path = rise > 0.0 ? min( way, dioramaHazeCeiling / rise ) : way;
	return mix( dioramaHazeColor, light, exp( - dioramaHazeDensity * path ) );
}
`;

/** The sky's light by direction: a table over the azimuth from the sun and the root of the elevation. */
export const SKY_FUNCTIONS = `
uniform sampler2D dioramaSkyTable;
uniform vec3 dioramaSunDirection;
vec3 dioramaSkyTexel( vec3 direction, float elevation ) {
	vec2 flat1 = direction.xz;
	vec2 flat2 = dioramaSunDirection.xz;
	float across = abs( flat1.x * flat2.y - flat1.y * flat2.x );
	float along = dot( flat1, flat2 );
	float azimuth = across + abs( along ) > 0.0 ? atan( across, along ) : 0.0;
	return textureLod( dioramaSkyTable, vec2( azimuth / 3.141592653589793, sqrt( elevation / 1.5707963267948966 ) ), 0.0 ).rgb;
}
// Without the sun's disc.
vec3 dioramaSky( vec3 direction ) {
	float y = clamp( direction.y, - 1.0, 1.0 );
	vec3 light = dioramaSkyTexel( direction, y > 0.0 ? asin( y ) : 0.0 );
	float fade = max( 0.0, 1.0 + 2.5 * min( y, 0.0 ) );
	return light * fade * fade * fade;
}
`;

/** One triangle over the whole picture; each pixel learns its direction in the world. */
export const SKY_VERTEX = `
varying vec3 vDirection;
void main() {
	vec2 point = position.xy;
	vec3 ray = vec3( ( point + vec2( projectionMatrix[ 2 ][ 0 ], projectionMatrix[ 2 ][ 1 ] ) ) / vec2( projectionMatrix[ 0 ][ 0 ], projectionMatrix[ 1 ][ 1 ] ), - 1.0 );
	vDirection = ray * mat3( viewMatrix );
	gl_Position = vec4( point, 0.0, 1.0 );
}
`;

export const SKY_FRAGMENT = `
${HAZE_FUNCTIONS}
${SKY_FUNCTIONS}
uniform vec3 dioramaDiscRadiance;
uniform float dioramaDiscRadius;
uniform float dioramaFar;
varying vec3 vDirection;
void main() {
	vec3 direction = normalize( vDirection );
	vec3 light = dioramaSky( direction );
	// The chord keeps its digits where the cosine of so small an angle has none left.
	float angle = 2.0 * asin( min( 1.0, 0.5 * length( direction - dioramaSunDirection ) ) );
	float share = angle / dioramaDiscRadius;
	if ( dioramaDiscRadius > 0.0 && share < 1.0 && direction.y >= 0.0 ) light = dioramaDiscRadiance * ( 1.0 - 0.6 * ( 1.0 - sqrt( 1.0 - share * share ) ) );
	gl_FragColor = vec4( dioramaHaze( light, dioramaFar, direction.y ), 1.0 );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}
`;

/**
 * What is cut out is cut out by the finest level of its texture: the mean of a leaf and its surroundings is either above the
 * cutoff or below it, and far leaves would grow together or vanish.
 */
export const FINEST_ALPHA = `
#if defined( USE_MAP ) && defined( USE_ALPHATEST )
	diffuseColor.a *= textureLod( map, vMapUv, 0.0 ).a / max( sampledDiffuseColor.a, 1e-6 );
#endif
`;

/** In a material's shader, once its light is known and before it becomes a color. */
export const SURFACE_HAZE = `
{
	float way = length( vViewPosition );
	gl_FragColor.rgb = dioramaHaze( gl_FragColor.rgb, way, - dot( viewMatrix[ 1 ].xyz, vViewPosition ) / way );
}
`;

/**
 * How a surface shines, in place of three's own: glTF 2.0, appendix B, without the parts that three adds (several bounces between
 * facets, roughness by curvature), and the sky reflected from its table.
 */
export const SHINE_FUNCTIONS = `
${SKY_FUNCTIONS}
uniform vec3 dioramaGroundRadiance;
vec3 dioramaFacing( const in PhysicalMaterial material ) {
	return mix( vec3( 0.04 ), material.diffuseColor, material.metalness );
}
// GGX after Walter et al., EGSR 2007; Smith's masking, both directions correlated, and Schlick's Fresnel.
vec3 dioramaHighlight( vec3 light, vec3 eye, vec3 normal, const in PhysicalMaterial material ) {
	vec3 halfway = normalize( light + eye );
	float towardsLight = saturate( dot( normal, light ) );
	float towardsEye = max( 1e-4, dot( normal, eye ) );
	float normalHalf = dot( normal, halfway );
	float square = pow4( material.roughness );
	float spread = normalHalf * normalHalf * ( square - 1.0 ) + 1.0;
	float masked = towardsLight * sqrt( square + ( 1.0 - square ) * towardsEye * towardsEye )
		+ towardsEye * sqrt( square + ( 1.0 - square ) * towardsLight * towardsLight );
	float grazing = pow( 1.0 - saturate( dot( eye, halfway ) ), 5.0 );
	vec3 facing = dioramaFacing( material );
	return ( facing + ( 1.0 - facing ) * grazing ) * square / ( PI * spread * spread ) * 0.5 / max( 1e-9, masked );
}
// What comes back from all around: the sky as a mirror shows it, and the rougher, the more of what a dull surface sees.
// How much of it: Karis, "Physically based shading on mobile", 2014.
vec3 dioramaReflection( vec3 eye, vec3 normal, const in PhysicalMaterial material ) {
	float roughness = material.roughness;
	vec3 mirrored = normalize( reflect( - eye, normal ) * mat3( viewMatrix ) );
	vec3 sky = dioramaSky( vec3( mirrored.x, max( 0.0, mirrored.y ), mirrored.z ) );
	vec3 dull = vec3( 0.0 );
	#ifdef USE_LIGHT_PROBES
		dull = max( shGetIrradianceAt( mirrored, lightProbe ), vec3( 0.0 ) ) / PI;
	#endif
	float above = clamp( 0.5 + mirrored.y / ( 0.02 + roughness ), 0.0, 1.0 );
	vec3 radiance = mix( mix( dioramaGroundRadiance, sky, above ), dull, roughness * ( 2.0 - roughness ) );
	float towardsEye = max( 1e-4, dot( normal, eye ) );
	float r0 = 1.0 - roughness;
	float fall = min( r0 * r0, exp2( - 9.28 * towardsEye ) ) * r0 + 0.0425 - 0.0275 * roughness;
	return radiance * ( dioramaFacing( material ) * ( - 1.04 * fall + 1.04 - 0.572 * roughness ) + 1.04 * fall - 0.04 + 0.022 * roughness );
}
void dioramaDirect( const in IncidentLight light, const in vec3 place, const in vec3 normal, const in vec3 eye, const in vec3 coat, const in PhysicalMaterial material, inout ReflectedLight reflected ) {
	vec3 irradiance = saturate( dot( normal, light.direction ) ) * light.color;
	reflected.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor * ( 1.0 - material.metalness ) );
	reflected.directSpecular += irradiance * dioramaHighlight( light.direction, eye, normal, material );
}
void dioramaIndirectDiffuse( const in vec3 irradiance, const in vec3 place, const in vec3 normal, const in vec3 eye, const in vec3 coat, const in PhysicalMaterial material, inout ReflectedLight reflected ) {
	reflected.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor * ( 1.0 - material.metalness ) );
}
void dioramaIndirectSpecular( const in vec3 radiance, const in vec3 irradiance, const in vec3 coatRadiance, const in vec3 place, const in vec3 normal, const in vec3 eye, const in vec3 coat, const in PhysicalMaterial material, inout ReflectedLight reflected ) {
	reflected.indirectSpecular += dioramaReflection( eye, normal, material );
}
#undef RE_Direct
#define RE_Direct dioramaDirect
#undef RE_IndirectDiffuse
#define RE_IndirectDiffuse dioramaIndirectDiffuse
#undef RE_IndirectSpecular
#define RE_IndirectSpecular dioramaIndirectSpecular
`;

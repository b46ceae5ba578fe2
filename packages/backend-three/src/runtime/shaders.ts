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
	if ( share < 1.0 && direction.y >= 0.0 ) light = dioramaDiscRadiance * ( 1.0 - 0.6 * ( 1.0 - sqrt( 1.0 - share * share ) ) );
	gl_FragColor = vec4( dioramaHaze( light, dioramaFar, direction.y ), 1.0 );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}
`;

/** In a material's shader, once its light is known and before it becomes a color. */
export const SURFACE_HAZE = `
{
	float way = length( vViewPosition );
	gl_FragColor.rgb = dioramaHaze( gl_FragColor.rgb, way, - dot( viewMatrix[ 1 ].xyz, vViewPosition ) / way );
}
`;

/** What a shining surface sees of its surroundings: the sky above, the ground below, blurred by its roughness. */
export const REFLECTION_FUNCTIONS = `
${SKY_FUNCTIONS}
uniform vec3 dioramaGroundRadiance;
vec3 dioramaReflection( vec3 viewDirection, vec3 viewNormal, float roughness ) {
	vec3 mirrored = reflect( - viewDirection, viewNormal ) * mat3( viewMatrix );
	float blur = roughness * roughness;
	vec3 up = normalize( vec3( mirrored.x, max( mirrored.y, 0.0 ) + blur * 0.5, mirrored.z ) );
	float above = clamp( 0.5 + mirrored.y / max( 2.0 * blur, 1e-3 ), 0.0, 1.0 );
	return mix( dioramaGroundRadiance, dioramaSky( up ), above );
}
`;

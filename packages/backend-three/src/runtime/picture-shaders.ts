// The shaders of pictures that are read back: ids and depths, and colors averaged over several samples.

/** Ids and planar depths as numbers; what is cut out is cut out alike. */
export const ID_VERTEX = `
attribute float dioramaId;
attribute vec4 color;
varying float vAlpha;
varying vec2 vUv;
varying float vDepth;
flat varying float vId;
uniform float dioramaObjectId;
uniform bool dioramaVertexAlpha;
void main() {
	vec4 place = vec4( position, 1.0 );
	vId = dioramaObjectId;
	#ifdef USE_INSTANCING
		place = instanceMatrix * place;
		vId = dioramaId;
	#endif
	vec4 seen = modelViewMatrix * place;
	vDepth = - seen.z;
	vUv = uv;
	vAlpha = dioramaVertexAlpha ? color.a : 1.0;
	gl_Position = projectionMatrix * seen;
}
`;

export const ID_FRAGMENT = `
uniform sampler2D dioramaTexture;
uniform bool dioramaTextured;
uniform float dioramaCutoff;
varying float vAlpha;
varying vec2 vUv;
varying float vDepth;
flat varying float vId;
void main() {
	float alpha = vAlpha;
	if ( dioramaTextured ) alpha *= textureLod( dioramaTexture, vUv, 0.0 ).a;
	if ( alpha < dioramaCutoff ) discard;
	gl_FragColor = vec4( vId, vDepth, 0.0, 1.0 );
}
`;

/** Averages blocks of samples in linear light, each clipped first, and writes sRGB (IEC 61966-2-1). */
export const RESOLVE_VERTEX = `
void main() {
	gl_Position = vec4( position.xy, 0.0, 1.0 );
}
`;

export const RESOLVE_FRAGMENT = `
uniform sampler2D dioramaSamples;
uniform int dioramaBlock;
void main() {
	ivec2 corner = ivec2( gl_FragCoord.xy ) * dioramaBlock;
	vec3 sum = vec3( 0.0 );
	for ( int y = 0; y < dioramaBlock; y ++ ) {
		for ( int x = 0; x < dioramaBlock; x ++ ) {
			sum += clamp( texelFetch( dioramaSamples, corner + ivec2( x, y ), 0 ).rgb, 0.0, 1.0 );
		}
	}
	vec3 light = sum / float( dioramaBlock * dioramaBlock );
	vec3 encoded = mix( 1.055 * pow( light, vec3( 1.0 / 2.4 ) ) - 0.055, 12.92 * light, vec3( lessThanEqual( light, vec3( 0.0031308 ) ) ) );
	gl_FragColor = vec4( encoded, 1.0 );
}
`;

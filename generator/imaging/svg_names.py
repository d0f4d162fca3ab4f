"""What of SVG is kept: elements, attributes, CSS. Whatever is not named here does not reach a page.

Names are those of SVG 1.1 (https://www.w3.org/TR/SVG11/) and SVG 2 (https://www.w3.org/TR/SVG2/)
without scripts, animation, embedded documents, fonts and cursors.
"""

from __future__ import annotations

from typing import Final

SVG: Final = "http://www.w3.org/2000/svg"
XLINK: Final = "http://www.w3.org/1999/xlink"
XML: Final = "http://www.w3.org/XML/1998/namespace"

_ELEMENTS = """
    circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite
    feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood
    feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset
    fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter g image line
    linearGradient marker mask path pattern polygon polyline radialGradient rect stop style svg
    switch symbol text textPath title tspan use
"""
_PROPERTIES = """
    alignment-baseline baseline-shift clip-path clip-rule color color-interpolation
    color-interpolation-filters color-rendering direction display dominant-baseline
    enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font
    font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch
    font-style font-variant font-variation-settings font-weight glyph-orientation-horizontal
    glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color
    line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity
    overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-opacity stroke-width text-align text-anchor text-decoration text-rendering transform
    transform-box transform-origin unicode-bidi vector-effect visibility white-space word-spacing
    writing-mode
"""
_OTHER_ATTRIBUTES = """
    amplitude azimuth baseFrequency bias class clipPathUnits cx cy d diffuseConstant divisor dx dy
    edgeMode elevation exponent filterUnits fr fx fy gradientTransform gradientUnits height id in
    in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength lang lengthAdjust limitingConeAngle
    markerHeight markerUnits markerWidth maskContentUnits maskUnits method mode numOctaves offset
    operator order orient pathLength patternContentUnits patternTransform patternUnits points
    pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX
    refY result role rotate rx ry scale seed side slope spacing specularConstant specularExponent
    spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues
    targetX targetY textLength title type values version viewBox width x x1 x2 xChannelSelector y
    y1 y2 yChannelSelector z
"""
_FUNCTIONS = """
    blur brightness calc clamp color contrast drop-shadow grayscale hsl hsla hue-rotate hwb invert
    lab lch matrix matrix3d max min oklab oklch opacity rgb rgba rotate saturate scale scalex
    scaley sepia skewx skewy translate translatex translatey url
"""

ELEMENTS: Final = frozenset(_ELEMENTS.split())

UNWRAPPED: Final = frozenset({"a"})
"""Elements whose content stays without them."""

UNTOLD: Final = frozenset({"metadata"})
"""Elements that vanish without a word: a reader never saw them."""

PROPERTIES: Final = frozenset(_PROPERTIES.split())
"""Presentation attributes, and what CSS may set."""

ATTRIBUTES: Final = PROPERTIES | frozenset(_OTHER_ATTRIBUTES.split())

FUNCTIONS: Final = frozenset(_FUNCTIONS.split())
"""Functions in values; of ``url`` only the parts of the picture itself are kept."""

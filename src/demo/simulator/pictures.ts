import { png, type Colour } from './png.ts';

const WALL: Colour = [241, 232, 214];
const TABLE: Colour = [205, 178, 146];
export const MOSS: Colour = [126, 154, 135];
export const CLAY: Colour = [190, 120, 86];
export const CHALK: Colour = [224, 221, 210];
const SKIN: Colour = [198, 142, 104];
const HAIR: Colour = [52, 40, 38];

/** A teapot on a table, 640 × 480. */
export function teapot(glaze: Colour): Uint8Array<ArrayBuffer> {
  return png(640, 480, (x, y) => {
    const isLit = x + y < 0.85;
    const shade = (colour: Colour): Colour => (isLit ? colour : darker(colour));
    if (inEllipse(x, y, 0.48, 0.58, 0.24, 0.24)) return shade(glaze);
    if (inEllipse(x, y, 0.48, 0.32, 0.035, 0.045)) return shade(glaze);
    if (inRing(x, y, 0.72, 0.56, 0.12, 0.15, 0.7)) return darker(glaze);
    if (inSpout(x, y)) return shade(glaze);
    return y > 0.78 ? TABLE : WALL;
  });
}

/** Somebody's face, 96 × 96. */
export function face(): Uint8Array<ArrayBuffer> {
  return png(96, 96, (x, y) => {
    if (inEllipse(x, y, 0.5, 0.56, 0.22, 0.27)) return y < 0.42 ? HAIR : SKIN;
    if (inEllipse(x, y, 0.5, 0.45, 0.32, 0.34)) return HAIR;
    if (inEllipse(x, y, 0.5, 1.1, 0.45, 0.3)) return CLAY;
    return WALL;
  });
}

function inEllipse(x: number, y: number, cx: number, cy: number, rx: number, ry: number): boolean {
  return ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1;
}

function inRing(
  x: number,
  y: number,
  ...[cx, cy, rx, ry, inner]: [number, number, number, number, number]
): boolean {
  return inEllipse(x, y, cx, cy, rx, ry) && !inEllipse(x, y, cx, cy, rx * inner, ry * inner);
}

/** A slanted stripe at the left. */
function inSpout(x: number, y: number): boolean {
  const along = (x - 0.12) / 0.18;
  return along > 0 && along < 1 && Math.abs(y - (0.36 + along * 0.26)) < 0.03 + along * 0.03;
}

function darker([red, green, blue]: Colour): Colour {
  return [red * 0.86, green * 0.86, blue * 0.86];
}

import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** The colours that are there most often are kept as they are; the rest of the palette stands for the others. */
const EXACT = 176;
const COLOURS = 256;

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/**
 * The same picture with at most 256 colours: a page of flat surfaces becomes a third of its size and looks the same.
 * @param {Buffer} png of 8 bits a channel, not interlaced, as browsers write them
 * @returns {Buffer}
 */
export function withPalette(png) {
  const { width, height, pixels } = decode(png);
  const palette = choosePalette(pixels);
  const nearest = nearestIn(palette);
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter: 0, none
  for (let y = 0, from = 0, to = 0; y < height; y += 1) {
    to += 1;
    for (let x = 0; x < width; x += 1) rows[to++] = nearest(pixels[from++]);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // 8 bits, indexed
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Pixels as 24 bits of red, green and blue. */
function decode(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const depth = png[25] === 6 ? 4 : 3;
  const stride = width * depth;
  const data = inflateSync(Buffer.concat(bodiesOf(png, 'IDAT')));
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const row = data.subarray(start + 1, start + 1 + stride);
    unfilter(data[start], row, above, depth);
    for (let x = 0, i = 0; x < width; x += 1, i += depth)
      pixels[y * width + x] = (row[i] << 16) | (row[i + 1] << 8) | row[i + 2];
    above = row;
  }
  return { width, height, pixels };
}

function bodiesOf(png, wanted) {
  const bodies = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === wanted) bodies.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return bodies;
}

/** Undoes the filter of one row in place (PNG, section 9). */
function unfilter(filter, row, above, depth) {
  for (let i = 0; i < row.length; i += 1) {
    const left = i < depth ? 0 : row[i - depth];
    const corner = i < depth ? 0 : above[i - depth];
    if (filter === 1) row[i] += left;
    else if (filter === 2) row[i] += above[i];
    else if (filter === 3) row[i] += (left + above[i]) >> 1;
    else if (filter === 4) row[i] += paeth(left, above[i], corner);
  }
}

function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

function choosePalette(pixels) {
  const counts = countColours(pixels);
  const byCount = [...counts].sort(([, a], [, b]) => b - a);
  const exact = byCount.slice(0, EXACT).map(([colour]) => colour);
  // Neighbours share a place: the five high bits of each channel.
  const places = new Map();
  for (const [colour, count] of byCount.slice(EXACT)) {
    const place = colour & 0xf8f8f8;
    places.set(place, (places.get(place) ?? 0) + count);
  }
  const shared = [...places].sort(([, a], [, b]) => b - a).map(([place]) => place | 0x040404);
  return [...exact, ...shared].slice(0, COLOURS);
}

function countColours(pixels) {
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return counts;
}

function nearestIn(palette) {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  return (colour) => {
    const there = known.get(colour);
    if (there !== undefined) return there;
    const distances = palette.map((other) => distance(colour, other));
    const index = distances.indexOf(Math.min(...distances));
    known.set(colour, index);
    return index;
  };
}

const channels = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

function distance(a, b) {
  const [from, to] = [channels(a), channels(b)];
  return from.reduce((sum, value, i) => sum + (value - to[i]) ** 2, 0);
}

function chunk(type, body) {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(body.length, 0);
  framed.set(typed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
}

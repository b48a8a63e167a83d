import { expect, test } from 'vitest';
import { mediaType } from '../../src/proxy/media-type.ts';
import { gif, jpeg, pdf, png, svg, webp } from './files.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

test.each([
  ['a PNG', png, 'image/png'],
  ['a GIF', gif, 'image/gif'],
  ['a JPEG', jpeg, 'image/jpeg'],
  ['a WebP', webp, 'image/webp'],
  [
    'a GIF that goes on as HTML',
    Buffer.concat([gif, bytes('<script>alert(1)</script>')]),
    'image/gif',
  ],
])('%s is a picture', async (_, file, type) => {
  expect(await mediaType(file)).toEqual({ kind: 'image', type });
});

test.each([
  ['SVG', svg],
  ['SVG behind a declaration', bytes('<?xml version="1.0"?><svg/>')],
  ['SVG behind a comment', bytes('<!-- hi --><svg/>')],
  ['HTML', bytes('<!doctype html><script>alert(1)</script>')],
  ['HTML behind white space', bytes('\n\t <html>')],
  ['HTML behind a byte order mark', bytes('\ufeff<html>')],
  ['HTML in UTF-16', bytes('\ufeff<html>', 'utf16le')],
  ['HTML in UTF-16 without a mark', bytes('<html>', 'utf16le')],
  ['a fragment', bytes('<img src=x onerror=alert(1)>')],
])('%s is markup', async (_, file) => {
  expect(await mediaType(file)).toEqual({ kind: 'markup' });
});

test.each([
  ['a PDF', pdf, 'application/pdf'],
  ['text', bytes('Returns label\nfor Ana 🫖'), 'text/plain; charset=utf-8'],
  ['text that is cut inside of a sign', bytes('🫖').subarray(0, 3), 'text/plain; charset=utf-8'],
  ['a script', bytes('alert(1)'), 'text/plain; charset=utf-8'],
  ['a ZIP', Buffer.from('504b0304140000000000', 'hex'), 'application/octet-stream'],
  ['a program', Buffer.from('4d5a90000300000004000000', 'hex'), 'application/octet-stream'],
  ['bytes of no kind', Buffer.from([0, 1, 2, 255]), 'application/octet-stream'],
  ['nothing', Buffer.alloc(0), 'application/octet-stream'],
])('%s is a file that a browser only saves', async (_, file, type) => {
  expect(await mediaType(file)).toEqual({ kind: 'file', type });
});

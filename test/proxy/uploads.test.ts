import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UploadedFile } from '../../src/protocol/routes.ts';
import { attachedName } from '../../src/proxy/attached-files.ts';
import { messagesOf } from '../../src/conversation/status.ts';
import './patience.ts';
import { gif, jpeg, pdf, png, svg, webp } from './files.ts';
import { createRig, errorOf, eventually, type Rig, type Visitor } from './rig.ts';

let rig: Rig;
let visitor: Visitor;
beforeAll(async () => {
  rig = await createRig({ settings: { limits: { fileBytes: 100_000, filesPerMessage: 3 } } });
  visitor = await rig.visitor();
});
afterAll(() => rig.close());

const upload = (bytes: Uint8Array | ReadableStream, from = visitor, headers = {}) =>
  rig.request(`/api/conversations/${from.id}/files`, {
    method: 'POST',
    headers: { ...from.headers, ...headers },
    body: bytes instanceof ReadableStream ? bytes : new Uint8Array(bytes),
    ...(bytes instanceof ReadableStream && { duplex: 'half' }),
  });

async function uploaded(bytes: Uint8Array, from = visitor): Promise<UploadedFile> {
  return UploadedFile.parse(await (await upload(bytes, from)).json());
}

const get = (file: string, from = visitor) => from.call(`/files/${file}`, undefined, 'GET');

const text = (words: string) => Buffer.from(words);
const html = text('<!doctype html><script>alert(1)</script>');
const zip = Buffer.from('504b030414000000080000002100', 'hex');
const exe = Buffer.from('4d5a90000300000004000000ffff0000', 'hex');

describe('a file that the customer sends', () => {
  test.each([
    ['a PNG', png, 'image/png'],
    ['a GIF', gif, 'image/gif'],
    ['a JPEG', jpeg, 'image/jpeg'],
    ['a WebP', webp, 'image/webp'],
    ['a PDF', pdf, 'application/pdf'],
    ['a text', text('My order is 4711.'), 'text/plain'],
    ['a text in another script', text('注文番号は4711です。'), 'text/plain'],
    ['a text with a byte order mark', text('\ufeffHello'), 'text/plain'],
    ['a text that speaks of markup', text('Where is <b>my</b> order?'), 'text/plain'],
    ['a script, which is a text', text('alert(document.cookie)'), 'text/plain'],
    ['a text that reaches over pieces', text('é'.repeat(40_000)), 'text/plain'],
    [
      'a GIF that is a script too',
      Buffer.concat([gif, text('/*<script>alert(1)</script>*/')]),
      'image/gif',
    ],
    ['a PNG with HTML behind it', Buffer.concat([png, html]), 'image/png'],
    ['a PNG with a ZIP behind it', Buffer.concat([png, zip]), 'image/png'],
    ['a JPEG with HTML behind it', Buffer.concat([jpeg, html]), 'image/jpeg'],
    ['a PDF with a script in it', Buffer.concat([pdf, text('<script>')]), 'application/pdf'],
  ])('%s is kept, and comes back as a download that can do nothing', async (_, bytes, type) => {
    const kept = await uploaded(bytes);

    const response = await get(kept.id);

    expect(kept).toEqual({ id: kept.id, type, size: bytes.length });
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(response.headers.get('content-type')?.split(';')[0]).toBe(type);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-length': String(bytes.length),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  test.each([
    ['an SVG', svg],
    ['an SVG behind an XML declaration', Buffer.concat([text('<?xml version="1.0"?>\n'), svg])],
    ['an SVG behind white space', Buffer.concat([text('\n\t  '), svg])],
    ['an SVG behind a byte order mark', Buffer.concat([text('\ufeff'), svg])],
    ['an SVG in UTF-16', Buffer.from(`\ufeff${svg.toString()}`, 'utf16le')],
    ['an SVG behind a comment', Buffer.concat([text('<!-- a picture -->'), svg])],
    ['HTML', html],
    ['HTML in capitals', text('<HTML><BODY ONLOAD=alert(1)>')],
    ['HTML without its head', text('<img src=x onerror=alert(1)>')],
    ['XHTML', text('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>')],
    ['an XML with a style sheet', text('<?xml-stylesheet href="x.xsl"?><a/>')],
    ['a PHP script', text('<?php system($_GET[0]);')],
    ['a ZIP', zip],
    ['a document of an office', Buffer.concat([zip, text('word/document.xml')])],
    ['a program', exe],
    ['an ELF program', Buffer.from('7f454c4602010100', 'hex')],
    ['a gzip', Buffer.from('1f8b0800000000000003', 'hex')],
    ['an RTF', text('{\\rtf1\\ansi hello}')],
    ['a BMP', Buffer.from('424d3a0000000000000036000000', 'hex')],
    ['an MP4', Buffer.from('00000018667479706d703432', 'hex')],
    ['a font', Buffer.from('774f463200010000', 'hex')],
    ['bytes of no kind', Buffer.from([0x80, 0x81, 0xfe, 0xff, 0, 1])],
    ['a text with a NUL in it', text('hello\0world')],
    ['nothing', Buffer.alloc(0)],
    ['half a signature of a PNG', png.subarray(0, 4)],
    ['a PostScript', text('%!PS-Adobe-3.0\n')],
  ])('%s is refused', async (_, bytes) => {
    const response = await upload(bytes);

    expect(await errorOf(response)).toMatchObject({ status: 415, code: 'unsupported-type' });
  });

  test('is nobody else’s', async () => {
    const { id } = await uploaded(png);
    const other = await rig.visitor();

    expect((await get(id, other)).status).toBe(404);
    expect((await rig.request(`/api/conversations/${visitor.id}/files/${id}`)).status).toBe(404);
    const borrowed = { id: crypto.randomUUID(), text: '', files: [{ id, name: 'a.png' }] };
    expect((await other.call('/messages', borrowed)).status).toBe(409);
  });

  test('that says to be too large is refused before it is read, one that is when it turns out', async () => {
    const large = Buffer.concat([png, Buffer.alloc(100_001)]);
    const endless = new ReadableStream({
      start: (controller) => controller.enqueue(png),
      pull: (controller) => controller.enqueue(new Uint8Array(50_000)),
    });

    const announced = await upload(png, visitor, { 'content-length': '100001' });
    const counted = [await upload(large), await upload(endless)];

    for (const response of [announced, ...counted]) {
      expect(await errorOf(response)).toMatchObject({ status: 413, code: 'too-large' });
    }
  });

  test('that breaks off is not kept', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(png));
        controller.error(new Error('The phone is in a tunnel'));
      },
    });

    expect((await upload(broken)).status).toBe(400);
  });

  test('stands in its message, under a name that says what it is', async () => {
    const from = await rig.visitor();
    const { id } = await uploaded(pdf, from);

    await sendFiles(from, '', [{ id, name: 'C:\\bills\\invoice\u202efdp.exe' }]);

    const [said] = messagesOf(await from.conversation());
    expect(said?.content).toEqual({
      type: 'files',
      files: [{ id, name: 'invoicefdp.exe.pdf', type: 'application/pdf', size: pdf.length }],
      hasCaption: false,
    });
    expect(said?.body).toBe('invoicefdp.exe.pdf');
    const { headers } = await get(id, from);
    expect(headers.get('content-disposition')).toContain("''invoicefdp.exe.pdf");
  });

  test('is sent once, however often its message comes', async () => {
    const from = await rig.visitor();
    const { id } = await uploaded(png, from);
    const message = { id: crypto.randomUUID(), text: 'Look', files: [{ id, name: 'a.png' }] };

    for (let time = 0; time < 2; time += 1) {
      expect(await (await from.call('/messages', message)).text()).toContain('message-added');
    }
    const other = await from.call('/messages', { ...message, files: [] });
    const others = await from.call('/messages', {
      ...message,
      files: [{ id: crypto.randomUUID(), name: 'a.png' }],
    });

    expect(others.status).toBe(409);
    expect(other.status).toBe(200);
    const own = messagesOf(await from.conversation()).filter(
      ({ author }) => author.kind === 'customer',
    );
    expect(own).toHaveLength(1);
  });

  test('comes with no more others than may be, and not alone with blank words', async () => {
    const files = await Promise.all([1, 2, 3, 4].map(() => uploaded(png)));
    const named = files.map(({ id }) => ({ id, name: 'a.png' }));
    const post = (body: object) => visitor.call('/messages', { id: crypto.randomUUID(), ...body });

    expect((await post({ text: '', files: named })).status).toBe(400);
    expect((await post({ text: '', files: [] })).status).toBe(400);
    expect((await post({ text: 'x'.repeat(4_001), files: named.slice(0, 1) })).status).toBe(413);
  });

  test('is answered by the AI agent with what it cannot do, and a way to somebody who can', async () => {
    const from = await rig.visitor();
    const { id } = await uploaded(png, from);

    await sendFiles(from, '', [{ id, name: 'a.png' }]);

    const answer = await eventually(async () =>
      messagesOf(await from.conversation()).find(({ author }) => author.kind === 'ai-agent'),
    );
    expect(answer.body).toBe('I can’t open files. The team gets them when you talk to a person.');
    expect(answer.actions).toEqual([{ type: 'hand-off' }]);
  });
});

describe('files', () => {
  test('are taken at most so often', async () => {
    const limited = await createRig({ limited: true, settings: { limits: { filesPerHour: 2 } } });
    const from = await limited.visitor();
    const send = () =>
      limited.request(`/api/conversations/${from.id}/files`, {
        method: 'POST',
        headers: from.headers,
        body: new Uint8Array(png),
      });

    const statuses = [await send(), await send(), await send()].map(({ status }) => status);

    expect(statuses).toEqual([201, 201, 429]);
    await limited.close();
  });

  test.each([
    ['by the settings', { widget: { files: false } }],
    ['where nobody can be asked for', { handoff: { to: 'off' } }],
  ])('are not taken when they are off %s', async (_, settings) => {
    const off = await createRig({ settings, before: () => {} });
    const from = await off.visitor();

    const response = await off.request(`/api/conversations/${from.id}/files`, {
      method: 'POST',
      headers: from.headers,
      body: new Uint8Array(png),
    });
    const known = await (await off.request('/api/widget')).json();

    expect(response.status).toBe(403);
    expect(known.files).toBeUndefined();
    await off.close();
  });

  test('are known to the widget with their limits', async () => {
    expect((await (await rig.request('/api/widget')).json()).files).toEqual({
      most: 3,
      bytes: 100_000,
    });
  });
});

test.each([
  ['photo.png', 'image/png', 'photo.png'],
  ['PHOTO.JPG', 'image/jpeg', 'PHOTO.JPG'],
  ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
  ['photo', 'image/png', 'photo.png'],
  ['photo.svg', 'image/png', 'photo.svg.png'],
  ['bill.pdf.exe', 'application/pdf', 'bill.pdf.exe.pdf'],
  ['../../etc/passwd', 'text/plain', 'passwd.txt'],
  ['..\\..\\boot.ini', 'text/plain', 'boot.ini.txt'],
  ['a\0.html', 'text/plain', 'a.html.txt'],
  ['\u202egpj.exe', 'image/jpeg', 'gpj.exe.jpg'],
  ['<img src=x onerror=alert(1)>.png', 'image/png', '_img src=x onerror=alert(1)_.png'],
  ['.htaccess', 'text/plain', 'htaccess.txt'],
  ['', 'image/webp', 'file.webp'],
  ['notes.txt. ', 'text/plain', 'notes.txt'],
  ['a"b.gif', 'image/gif', 'a_b.gif'],
  [`${'long'.repeat(40)}.exe`, 'image/png', `${'long'.repeat(24)}.png`],
] as const)('what is called %j and is %s is shown as %j', (given, type, shown) => {
  expect(attachedName(given, type)).toBe(shown);
});

async function sendFiles(from: Visitor, words: string, files: { id: string; name: string }[]) {
  const response = await from.call('/messages', { id: crypto.randomUUID(), text: words, files });
  if (!response.ok) throw new Error(await response.text());
  await response.text();
}

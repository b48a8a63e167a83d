import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { EnvironmentError } from '../src/environment.ts';
import { Settings } from '../src/protocol/settings.ts';
import { readSettings } from '../src/settings-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-settings-'));
const path = join(folder, 'baton.json');
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: unknown) {
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readSettings(path);
}

test('without a file everything has its default', () => {
  const settings = readSettings(undefined);

  expect(settings).toEqual(Settings.parse({}));
  expect(settings).toMatchObject({
    assistant: { name: 'Finch' },
    handoff: { to: 'zendesk', tags: ['baton'], waitMinutes: 5 },
    knowledge: { minutesBetweenSyncs: 60 },
    limits: { messageCharacters: 4000 },
  });
});

test('a file changes what it names and nothing else', () => {
  const settings = read({ assistant: { company: 'Acme' }, handoff: { to: 'off' } });

  const byDefault = Settings.parse({});
  expect(settings).toEqual({
    ...byDefault,
    assistant: { ...byDefault.assistant, company: 'Acme' },
    handoff: { ...byDefault.handoff, to: 'off' },
  });
});

describe('a mistake stops the start and says where it is:', () => {
  test.each<[string, unknown, string]>([
    ['an unknown key', { asistant: {} }, 'the whole file: Unrecognized key: "asistant"'],
    ['an unknown key inside', { handoff: { tag: [] } }, 'handoff: Unrecognized key: "tag"'],
    ['a wrong type', { limits: { messageCharacters: 'many' } }, 'limits.messageCharacters: '],
    ['a list as a whole', [], 'the whole file: '],
    ['too long a message', { limits: { messageCharacters: 5000 } }, 'limits.messageCharacters: '],
    ['a tag with a space', { handoff: { tags: ['my tag'] } }, 'handoff.tags.0: must be lower case'],
    [
      'too many suggestions',
      { widget: { suggestions: ['a', 'b', 'c', 'd', 'e'] } },
      'widget.suggestions: ',
    ],
    [
      'a link that runs code',
      { widget: { privacyUrl: 'javascript:alert(1)' } },
      'widget.privacyUrl: ',
    ],
    ['a blank name', { assistant: { name: ' ' } }, 'assistant.name: '],
    ['no JSON', '{ assistant: ', 'is not JSON.'],
  ])('%s', (_name, content, words) => {
    expect(() => read(content)).toThrow(EnvironmentError);
    expect(() => read(content)).toThrow(words);
    expect(() => read(content)).toThrow(path);
  });

  test('a file that was named and is not there', () => {
    const missing = join(folder, 'missing.json');
    expect(() => readSettings(missing)).toThrow(
      new EnvironmentError(`CONFIG names ${missing}, which cannot be read.`),
    );
  });
});

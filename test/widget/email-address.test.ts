import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { EmailContact } from '../../src/protocol/contact.ts';
import { isEmailAddress } from '../../widget/email-address.ts';

const taken = (email: string) => EmailContact.safeParse({ email }).success;

test.each([
  ['ana@example.com', true],
  ['ana.maria+shop@mail.example.co.uk', true],
  ['o’neil@example.com', false],
  ['ana', false],
  ['ana@example', false],
  ['ana@@example.com', false],
  ['ana..maria@example.com', false],
  ['ana @example.com', false],
])('%s: the field and the server say the same, %s', (address, isRight) => {
  expect([isEmailAddress(address), taken(address)]).toEqual([isRight, isRight]);
});

test('what the field takes the server takes, and the other way round', () => {
  const address = fc.oneof(
    fc.emailAddress(),
    fc.string({ unit: fc.constantFrom('a', 'Z', '1', '.', '-', '+', '@', "'", '_', 'ü') }),
  );
  fc.assert(
    fc.property(address, (text) => {
      fc.pre(text.length <= 254);
      expect(isEmailAddress(text)).toBe(taken(text));
    }),
  );
});

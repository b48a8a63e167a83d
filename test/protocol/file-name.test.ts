import { expect, test } from 'vitest';
import { fileName } from '../../src/protocol/file-name.ts';

test.each([
  ['label.pdf', 'label.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ana\\cat.png', 'cat.png'],
  ['in\u202egnp.exe', 'ingnp.exe'],
  ['a\u0000b\r\n.txt', 'ab.txt'],
  ['.htaccess', 'htaccess'],
  ['a<b>"c".pdf', 'a_b__c_.pdf'],
  ['  spaced   out .png ', 'spaced out .png'],
  ['..', ''],
  ['', ''],
  [`${'long'.repeat(50)}.jpeg`, `${'long'.repeat(50).slice(0, 95)}.jpeg`],
  ['Teekanne 🫖.jpg', 'Teekanne 🫖.jpg'],
])('the file %j is called %j', (given, name) => {
  expect(fileName(given)).toBe(name);
});

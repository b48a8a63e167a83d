import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../widget/markdown/parse.ts';
import { plainText, spokenText } from '../../../widget/markdown/plain-text.ts';

const ANSWER = `# Returns

You have **30 days** [1], see [the *policy*](https://shop.example/returns) or https://shop.example.

1. Pack it
   - with care
2. ![Label](https://shop.example/label.png)

> Keep the receipt.

---

| Size | Price |
|------|-------|
| S    | 1 €   |

\`\`\`
code
\`\`\``;

test('a copied answer keeps its order, its list marks and the addresses of its links', () => {
  expect(plainText(parseMarkdown(ANSWER))).toBe(`Returns

You have 30 days [1], see the policy (https://shop.example/returns) or https://shop.example.

1. Pack it
   - with care
2. Label (https://shop.example/label.png)

Keep the receipt.

Size | Price
S | 1 €

code`);
});

test('an answer read aloud has no addresses behind its links and no numbers of sources', () => {
  const spoken = spokenText(
    parseMarkdown('Yes [1], **see [the policy](https://x.example/a) [2]**.'),
  );

  expect(spoken).toBe('Yes , see the policy .');
});

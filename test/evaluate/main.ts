import { detect } from './detect.ts';
import { domains } from './domain.ts';
import { type Figures, measure } from './measure.ts';
import { table } from './table.ts';

const COLUMNS: readonly (readonly [name: string, of: (figures: Figures) => string])[] = [
  ['articles', ({ articles }) => String(articles)],
  ['questions', ({ questions }) => String(questions)],
  ['nDCG@10', ({ ndcgAt10 }) => ndcgAt10.toFixed(3)],
  ['hit@1', ({ hitAt1 }) => hitAt1.toFixed(3)],
  ['refusal precision', ({ refusalPrecision }) => refusalPrecision.toFixed(3)],
  ['refusal recall', ({ refusalRecall }) => refusalRecall.toFixed(3)],
];

/** Prints how good the built-in agent and the detector of wishes for a person are, and with `--mistakes` where it was wrong. */
async function main(): Promise<void> {
  const rows: string[][] = [['Help Center', ...COLUMNS.map(([name]) => name)]];
  const mistakes: string[] = [];
  for (const domain of domains) {
    const measured = await measure(domain);
    rows.push([domain.name, ...COLUMNS.map(([, of]) => of(measured))]);
    mistakes.push(...measured.mistakes.map((mistake) => `${domain.name} ${mistake}`));
  }
  const wishes = detect();
  mistakes.push(
    ...wishes
      .slice(0, -1)
      .flatMap(({ language, missed, wrong }) => [
        ...missed.map((sentence) => `${language} not heard: ${sentence}`),
        ...wrong.map((sentence) => `${language} no wish: ${sentence}`),
      ]),
  );
  const heard = wishes.map(({ language, sentences, precision, recall }) => [
    language,
    String(sentences),
    precision.toFixed(3),
    recall.toFixed(3),
  ]);
  process.stdout.write(`${table(rows)}\n\n`);
  process.stdout.write(`${table([['Wishes', 'sentences', 'precision', 'recall'], ...heard])}\n`);
  if (process.argv.includes('--mistakes')) process.stdout.write(`\n${mistakes.join('\n')}\n`);
}

await main();

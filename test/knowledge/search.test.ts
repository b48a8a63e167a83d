import { expect, test } from 'vitest';
import { createSearch } from '../../src/knowledge/search.ts';
import type { Article } from '../../src/knowledge/passages.ts';

function article(title: string, text: string, locale = 'en-us'): Article {
  const url = `https://help.example/${locale}/${encodeURIComponent(title)}`;
  return { id: title, locale, title, url, text };
}

const shop = [
  article('Return a teapot', 'You can send a teapot back within 30 days.'),
  article('Delivery', 'Parcels leave the studio on working days. A teapot travels in paper pulp.'),
  article('Care', 'Teapots are washed by hand, never with steel wool.'),
  article('Opening hours', 'Open from Monday to Friday.'),
];

async function titles(question: string, articles = shop, locale = 'en-us') {
  const found = await (await createSearch(articles)).search(question, { locale });
  return found.map(({ passage }) => passage.title);
}

test.each([
  ['How do I return a teapot?', 'Return a teapot'],
  ['returning teapots', 'Return a teapot'],
  ['RETURNED', 'Return a teapot'],
  ['shipping', 'Delivery'],
  ['when are you open', 'Opening hours'],
])('“%s” finds “%s”', async (question, title) => {
  expect((await titles(question))[0]).toBe(title);
});

test.each(['', '???', 'how do you do', '42', '💥'])('“%s” finds nothing', async (question) => {
  expect(await titles(question)).toEqual([]);
});

test('an article that knows all words covers the question, one that knows half covers half', async () => {
  const search = await createSearch(shop);

  const [known] = await search.search('wash a teapot by hand', { locale: 'en' });
  const [half] = await search.search('wash a bicycle', { locale: 'en' });

  expect(known?.coverage).toBe(1);
  expect(half?.coverage).toBeLessThanOrEqual(0.5);
});

test('an order number is nothing that an article has to know', async () => {
  const search = await createSearch(shop);

  const [found] = await search.search('Where is the delivery 20417?', { locale: 'en' });

  expect(found?.coverage).toBe(1);
});

test('a follow-up is understood by the question before it', async () => {
  const search = await createSearch([
    ...shop,
    article('Canada', 'Customs of Canada. We are sorry, moose.'),
    article('Delivery abroad', 'Canada takes ten days, by air.'),
  ]);

  const [found] = await search.search('and to Canada?', {
    locale: 'en',
    context: 'delivery by air',
  });
  const [same] = await search.search('how long does it take?', {
    locale: 'en',
    context: 'to Canada by air',
  });

  expect(found?.passage.title).toBe('Delivery abroad');
  expect(same?.passage.title).toBe('Delivery abroad');
});

test('the visitor’s own locale comes first, then their language, then the default', async () => {
  const search = await createSearch(
    [
      ...shop,
      article('Frete no Brasil', 'O frete custa dez reais.', 'pt-br'),
      article('Frete em Portugal', 'O frete custa dois euros.', 'pt'),
      article('Livraison', 'La livraison coûte cinq euros.', 'fr'),
    ],
    'en-us',
  );
  const first = async (question: string, locale: string) =>
    (await search.search(question, { locale }))[0]?.passage.title;

  expect(await first('Quanto custa o frete?', 'pt-BR')).toBe('Frete no Brasil');
  expect(await first('Quanto custa o frete?', 'pt-PT')).toBe('Frete em Portugal');
  expect(await first('Combien coûte la livraison ?', 'fr_CA')).toBe('Livraison');
  expect(await first('return a teapot', 'fr')).toBe('Return a teapot');
  expect(await first('return a teapot', 'xx-invalid-locale')).toBe('Return a teapot');
});

test.each([
  ['de', 'Rückgabe', 'Sie können die Kanne zurückschicken.', 'Kannen zurückschicken'],
  ['de', 'Rückgabe', 'Sie können die Kanne zurückschicken.', 'kanne zuruckschicken'],
  ['de', 'Lieferzeiten', 'Zwei Tage.', 'Wann kommt die Lieferung?'],
  ['nl', 'Netwerk', 'Voor iedereen.', 'gastennetwerk'],
  ['pl', 'Rozwiązanie umowy', 'Miesiąc naprzód.', 'Jak rozwiązać umowę?'],
  ['fr', 'Remboursement', 'Les commandes sont remboursées.', 'rembourser une commande'],
  ['es', 'Devoluciones', 'Puede devolver los pedidos.', '¿Cómo devuelvo un pedido?'],
  ['it', 'Resi', 'Si possono restituire gli articoli.', 'restituire un articolo'],
  ['nl', 'Retour', 'De theepotten mogen terug.', 'theepot terug'],
  ['ja', '返品', '三十日以内なら返品できます。', '返品したい'],
  ['zh-cn', '退货', '您可以在三十天内退货。', '怎么退货'],
  ['ko', '반품', '삼십일 안에 반품할 수 있습니다.', '반품은 어떻게 하나요'],
  ['th', 'การคืนสินค้า', 'คุณสามารถคืนสินค้าภายในสามสิบวัน', 'คืนสินค้ายังไง'],
  ['ar', 'الإرجاع', 'يمكنك إرجاع الطلبات خلال ثلاثين يوما.', 'إرجاع الطلب'],
  ['tr', 'İade', 'Siparişler otuz gün içinde iade edilir.', 'sipariş iade'],
  ['he', 'החזרות', 'אפשר להחזיר הזמנות.', 'להחזיר הזמנות'],
  ['pl', 'Zwroty', 'Zwroty są możliwe.', 'zwroty'],
])('in %s, “%s” is found', async (locale, title, text, question) => {
  const others = [article('A', 'Nothing to see here.', locale), article('B', 'Or here.', locale)];

  expect((await titles(question, [...others, article(title, text, locale)], locale))[0]).toBe(
    title,
  );
});

test('a large Help Center is indexed without holding up anybody', async () => {
  const words = Array.from({ length: 3000 }, (_, index) => `word${index.toString(36)}`);
  const large = Array.from({ length: 200 }, (_, index) =>
    article(
      `Article ${index}`,
      Array.from({ length: 300 }, (_unused, place) => words[(index * 7 + place * 13) % 3000]).join(
        ' ',
      ),
    ),
  );
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);

  await createSearch(large);

  clearInterval(turning);
  expect(turns).toBeGreaterThan(5);
});

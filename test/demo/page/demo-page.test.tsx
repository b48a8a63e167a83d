import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { LANGUAGES } from '../../../src/protocol/languages.ts';
import { fakeSimulator, ticket } from './fake-simulator.ts';
import { openDemo } from './open-demo.tsx';

afterEach(cleanup);

function shop(): URL {
  const frame = screen.getByTitle<HTMLIFrameElement>('Alder & Finch, a fictitious shop');
  return new URL(frame.src);
}

test('the shop and the agent workspace stand side by side, the shop from another origin', () => {
  openDemo(fakeSimulator());

  screen.getByRole('heading', { level: 1, name: 'Baton' });
  screen.getByRole('region', { name: 'Customer site' });
  screen.getByRole('region', { name: 'Agent workspace (simulated)' });
  expect(screen.queryByRole('tab')).toBeNull();
  expect(shop().href).toBe('http://127.0.0.1:3000/shop?theme=auto&language=en');
});

test('the theme holds for the page, for the shop and after a reload', async () => {
  const simulator = fakeSimulator();
  const { storage } = openDemo(simulator);

  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Theme' }), 'Dark');
  openDemo(simulator, { storage });

  expect(document.documentElement.dataset['theme']).toBe('dark');
  expect(shop().searchParams.get('theme')).toBe('dark');
  screen.getByRole('option', { name: 'Dark', selected: true });
});

test('the chat takes another language while the shop stays as it is, and has it after a reload', async () => {
  const simulator = fakeSimulator();
  const { storage } = openDemo(simulator);
  const before = shop().href;
  const frame = screen.getByTitle<HTMLIFrameElement>('Alder & Finch, a fictitious shop');
  const told = vi.fn<(message: unknown, origin: unknown) => void>();
  Object.assign(frame.contentWindow ?? {}, { postMessage: told });

  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'Deutsch');

  await waitFor(() =>
    expect(told).toHaveBeenCalledWith(
      { type: 'language', language: 'de' },
      'http://127.0.0.1:3000',
    ),
  );
  expect(shop().href).toBe(before);

  openDemo(simulator, { storage });

  expect(shop().searchParams.get('language')).toBe('de');
});

test('every language of the chat can be chosen, and two that try its layout', () => {
  openDemo(fakeSimulator());

  const choices = within(screen.getByRole('combobox', { name: 'Language' })).getAllByRole('option');

  expect(choices).toHaveLength(LANGUAGES.length + 2);
  expect(choices.map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['English', '日本語', 'العربية', 'Longer words (en-XA)']),
  );
});

test('Reset empties the workspace and makes the visitor a new one', async () => {
  const simulator = fakeSimulator(ticket({ id: '1042' }));
  openDemo(simulator);
  await screen.findByRole('heading', { name: 'Broken teapot' });

  await userEvent.click(screen.getByRole('button', { name: 'Reset' }));

  await screen.findByText('No tickets yet. Press “Talk to a person” in the widget.');
  expect(simulator.calls).toEqual(['reset']);
  await waitFor(() => expect(shop().searchParams.has('fresh')).toBe(true));
});

test('the new visitor keeps their chat when the theme changes', async () => {
  openDemo(fakeSimulator());
  await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
  await waitFor(() => expect(shop().searchParams.has('fresh')).toBe(true));

  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Theme' }), 'Light');

  expect(shop().searchParams.get('theme')).toBe('light');
  expect(shop().searchParams.has('fresh')).toBe(false);
});

test('a reset that did not work keeps the chat of the visitor', async () => {
  const simulator = fakeSimulator(ticket({ id: '1042' }));
  openDemo(simulator);
  await screen.findByRole('heading', { name: 'Broken teapot' });

  simulator.goDown();
  await userEvent.click(screen.getByRole('button', { name: 'Reset' }));

  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toBe('The demo was not reset. Try again.'),
  );
  expect(shop().searchParams.has('fresh')).toBe(false);
});

test('on a narrow screen the two are tabs, moved between with the arrow keys', async () => {
  const simulator = fakeSimulator(ticket({ id: '1042' }));
  const { storage } = openDemo(simulator, { isNarrow: true });
  const frame = screen.getByTitle('Alder & Finch, a fictitious shop');
  screen.getByRole('tabpanel', { name: 'Customer site' });
  expect(screen.queryByRole('region', { name: 'Agent workspace (simulated)' })).toBeNull();

  screen.getByRole('tab', { name: 'Customer site', selected: true }).focus();
  await userEvent.keyboard('{ArrowRight}');

  const tab = screen.getByRole('tab', { name: 'Agent workspace', selected: true });
  expect(document.activeElement).toBe(tab);
  screen.getByRole('tabpanel', { name: 'Agent workspace' });
  screen.getByRole('region', { name: 'Agent workspace (simulated)' });
  expect(screen.getByTitle('Alder & Finch, a fictitious shop')).toBe(frame);

  openDemo(simulator, { isNarrow: true, storage });
  screen.getByRole('tab', { name: 'Agent workspace', selected: true });
});

import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { fakeSimulator, maya, message, NOW, ticket } from './fake-simulator.ts';
import { openDemo } from './open-demo.tsx';

afterEach(cleanup);

const summary = message({
  id: 's',
  kind: 'ai',
  name: 'Finch',
  text: 'Summary of the chat\nThe spout is broken.\nAsked for: Refund of £48\nTried: “Damaged on arrival”',
});
const accepted = { assignee: maya, status: 'open' } as const;

function replyBox(): Promise<HTMLTextAreaElement> {
  return screen.findByRole('textbox', { name: 'Reply' });
}

test('an empty workspace says how to get a ticket', async () => {
  openDemo(fakeSimulator());

  await screen.findByText('No tickets yet. Press “Talk to a person” in the widget.');
  expect(screen.getByRole('heading', { name: 'Waiting 0' })).toBeDefined();
});

test('tickets stand under Waiting, Yours and Solved, each with its count', async () => {
  openDemo(
    fakeSimulator(
      ticket({ id: '3', subject: 'Which glaze?', createdAt: '2026-11-23T10:42:30Z' }),
      ticket({ id: '2', subject: 'Broken teapot' }),
      ticket({ id: '1', subject: 'Delivery to Malta', ...accepted }),
      ticket({ id: '0', subject: 'Gift card', status: 'solved', assignee: maya, active: false }),
    ),
  );

  const queue = await screen.findByRole('navigation', { name: 'Tickets' });
  await waitFor(() =>
    expect(
      within(queue)
        .getAllByRole('heading')
        .map(({ textContent }) => textContent),
    ).toEqual(['Waiting 2', 'Yours 1', 'Solved 1']),
  );
  const rows = [
    'Which glaze?, #3, Sam Reed, waiting 1 minute',
    'Broken teapot, #2, Sam Reed, waiting 42 seconds',
    'Delivery to Malta, #1, Sam Reed, your turn',
    'Gift card, #0, Sam Reed',
  ];
  expect(within(queue).getAllByRole('button')).toEqual(
    rows.map((name) => within(queue).getByRole('button', { name })),
  );
});

test('the waiting time moves on, and the focus stays where it is', async () => {
  const { now } = openDemo(fakeSimulator(ticket({ id: '1042' })));
  const accept = await screen.findByRole('button', { name: 'Accept' });
  accept.focus();

  now.value = NOW + 20_000;

  const told = await screen.findByText(/has waited 1 minute/);
  expect(told.textContent).toBe('Sam Reed has waited 1 minute');
  expect(document.activeElement).toBe(accept);
});

test('an agent reads the summary first, then the chat, and sees who said what', async () => {
  openDemo(
    fakeSimulator(
      ticket({
        id: '1042',
        messages: [
          summary,
          message({ id: 'm1', text: 'The spout is broken!' }),
          message({ id: 'm2', kind: 'ai', name: 'Finch', text: 'We replace it.' }),
          message({ id: 'm3', text: 'Never mind', deleted: true }),
        ],
      }),
    ),
  );

  const region = await screen.findByRole('region', { name: 'AI summary' });
  within(region).getByRole('heading', { name: 'Summary from the AI assistant' });
  within(region).getByText('The spout is broken.');
  expect(within(region).getByText('Asked for').nextElementSibling?.textContent).toBe(
    'Refund of £48',
  );
  const log = screen.getByRole('log', { name: 'Ticket conversation' });
  const spoken = ['The spout is broken!', 'We replace it.', 'This message was deleted.'];
  const places = spoken.map((text) => log.textContent?.indexOf(text));
  expect(places).toEqual(places.toSorted((a = -1, b = -1) => a - b));
  expect(places).not.toContain(-1);
  expect(within(log).queryByText('Never mind')).toBeNull();
  within(log).getByText('AI');
});

test('a chat can be answered only once it is accepted, and then the reply box has the focus', async () => {
  const simulator = fakeSimulator(ticket({ id: '1042' }));
  openDemo(simulator);
  const reply = await replyBox();
  expect(reply.disabled).toBe(true);
  expect(reply.placeholder).toBe('Accept the chat to reply');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send reply' }).disabled).toBe(true);

  await userEvent.click(screen.getByRole('button', { name: 'Accept' }));

  await waitFor(() => expect(document.activeElement).toBe(reply));
  expect(reply.disabled).toBe(false);
  expect(simulator.calls).toEqual(['accept 1042']);
  expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
});

test.each(['{Control>}{Enter}{/Control}', '{Meta>}{Enter}{/Meta}'])(
  'a reply is sent with the keyboard by %s',
  async (keys) => {
    const simulator = fakeSimulator(ticket({ id: '1042', ...accepted }));
    openDemo(simulator);

    const reply = await replyBox();
    await userEvent.type(reply, `Hello Sam{Enter}I can refund it.${keys}`);

    expect(simulator.calls).toEqual(['reply 1042: Hello Sam\nI can refund it.']);
    expect(reply.value).toBe('');
    const log = screen.getByRole('log', { name: 'Ticket conversation' });
    await waitFor(() => within(log).getByText(/I can refund it/));
    within(log).getByText('You');
  },
);

test('a reply is sent by its button, and a blank one is not', async () => {
  const simulator = fakeSimulator(ticket({ id: '1042', ...accepted }));
  openDemo(simulator);
  const send = await screen.findByRole('button', { name: 'Send reply' });

  await userEvent.click(send);
  await userEvent.type(await replyBox(), 'Hello Sam');
  await userEvent.click(send);

  expect(simulator.calls).toEqual(['reply 1042: Hello Sam']);
});

test('a reply that could not be sent is back in the box, and the agent is told', async () => {
  const simulator = fakeSimulator(ticket({ id: '1042', ...accepted }));
  openDemo(simulator);
  const reply = await replyBox();
  await userEvent.type(reply, 'Hello Sam');

  simulator.goDown();
  await userEvent.click(screen.getByRole('button', { name: 'Send reply' }));

  await waitFor(() => expect(reply.value).toBe('Hello Sam'));
  expect(screen.getByRole('alert').textContent).toBe('The reply was not sent. Try again.');
});

test('each ticket keeps its own draft, also through a reload', async () => {
  const simulator = fakeSimulator(
    ticket({ id: '1', subject: 'Broken teapot', ...accepted }),
    ticket({ id: '2', subject: 'Delivery to Malta', ...accepted }),
  );
  const { storage } = openDemo(simulator);
  await userEvent.type(await replyBox(), 'Refunding now');

  await userEvent.click(screen.getByRole('button', { name: /Delivery to Malta/ }));
  expect((await replyBox()).value).toBe('');
  await userEvent.click(screen.getByRole('button', { name: /Broken teapot/ }));
  openDemo(simulator, { storage });

  expect((await replyBox()).value).toBe('Refunding now');
});

test('what arrives meanwhile neither opens another ticket nor disturbs what the agent types', async () => {
  const simulator = fakeSimulator(ticket({ id: '1', ...accepted }));
  openDemo(simulator);
  const reply = await replyBox();
  await userEvent.type(reply, 'Refunding');

  simulator.state.tickets.unshift(ticket({ id: '2', subject: 'Delivery to Malta' }));
  simulator.changed();

  await screen.findByText('New chat waiting: Delivery to Malta.');
  screen.getByRole('heading', { name: 'Broken teapot' });
  expect(document.activeElement).toBe(reply);
  expect(reply.value).toBe('Refunding');
});

test('chats that already waited when the page opened are not announced', async () => {
  const simulator = fakeSimulator(ticket({ id: '1' }));
  openDemo(simulator);
  await screen.findByRole('heading', { name: 'Broken teapot' });

  simulator.changed();
  await screen.findByRole('button', { name: 'Accept' });

  expect(screen.getByRole('status').textContent).toBe('');
});

test('an agent ends the session and solves the ticket', async () => {
  const simulator = fakeSimulator(ticket({ id: '1', ...accepted }));
  openDemo(simulator);

  await userEvent.click(await screen.findByRole('button', { name: 'End session' }));
  const reply = await replyBox();
  await waitFor(() => expect(reply.disabled).toBe(true));
  const heading = screen.getByRole('heading', { name: 'Broken teapot' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  await userEvent.click(screen.getByRole('button', { name: 'Solve' }));

  await screen.findByText('Solved', { selector: '.chip' });
  screen.getByRole('heading', { name: 'Solved 1' });
  expect(simulator.calls).toEqual(['end 1', 'solve 1']);
});

test('a solved chat is still live until the session ends', async () => {
  openDemo(fakeSimulator(ticket({ id: '1', assignee: maya, status: 'solved' })));

  await screen.findByRole('button', { name: 'End session' });
  expect((await replyBox()).disabled).toBe(false);
});

test('a customer who left before anybody came is not said to be waiting', async () => {
  openDemo(fakeSimulator(ticket({ id: '1', active: false })));

  await screen.findByRole('button', { name: 'Solve' });
  expect(screen.queryByText(/has waited/)).toBeNull();
  expect((await replyBox()).placeholder).toBe('There is no live chat in this ticket');
});

test('an agent goes away and reads what that means', async () => {
  const simulator = fakeSimulator();
  openDemo(simulator);
  const group = await screen.findByRole('radiogroup', { name: 'Agent status' });

  await userEvent.click(within(group).getByRole('radio', { name: 'Away' }));

  within(group).getByRole('radio', { name: 'Away', checked: true });
  screen.getByText('New chats become tickets until you go Online.');
  expect(simulator.calls).toEqual(['status away']);
});

test('a status that was not changed falls back', async () => {
  const simulator = fakeSimulator();
  openDemo(simulator);
  const offline = await screen.findByRole('radio', { name: 'Offline' });
  simulator.api.setStatus = () => Promise.reject(new Error('refused'));

  await userEvent.click(offline);

  await waitFor(() => screen.getByRole('radio', { name: 'Online', checked: true }));
  expect(screen.getByRole('alert').textContent).toBe('The status was not changed. Try again.');
});

test('the page says that the demo server is gone, and stops saying so when it is back', async () => {
  const simulator = fakeSimulator();
  openDemo(simulator);
  await screen.findByText(/No tickets yet/);

  simulator.goDown();
  simulator.changed();
  const alert = screen.getByRole('alert');
  await waitFor(() => expect(alert.textContent).toMatch(/does not answer/));
  simulator.comeBack();
  simulator.changed();

  await waitFor(() => expect(alert.textContent).toBe(''));
});

test('an agent can send more than words, and the focus stays at hand', async () => {
  const simulator = fakeSimulator(ticket({ id: '7', ...accepted }));
  openDemo(simulator);
  const menu = await screen.findByText('Send…');

  await userEvent.click(menu);
  await userEvent.click(screen.getByRole('button', { name: 'Carousel' }));

  await waitFor(() => expect(simulator.calls).toContain('send 7: carousel'));
  expect(document.activeElement).toBe(menu);
});

test('a chat that was not accepted can be sent nothing', async () => {
  openDemo(fakeSimulator(ticket({ id: '7' })));
  await screen.findByRole('button', { name: 'Accept' });

  expect(screen.queryByText('Send…')).toBeNull();
});

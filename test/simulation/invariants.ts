import type { OutboxRow } from '../../src/store/store.ts';
import { storiesOf, type HandoffStory } from './handoff-story.ts';
import type { History, LocalConversation } from './history.ts';
import { shownWrongly } from './shown.ts';

/** A promise that was broken: its number in `docs/reliability.md`, and what happened. */
export type Violation = { rule: string; sentence: string };

/** Every promise that a run has broken, once everything has come to rest. */
export function violationsOf(history: History): Violation[] {
  return [
    ...history.local.flatMap((local) => [
      ...unfinished(local),
      ...ticketsLeft(local, history),
      ...storiesOf(local, history).flatMap((story) => [
        ...arrivedOnce(local, story, history),
        ...arrivedInOrder(local, story),
        ...toldBeforeControl(local, story),
        ...oneOfEach(story, history),
        ...agreedOnWhoSpeaks(story, history),
      ]),
    ]),
    ...oneUserEach(history),
    ...shownWrongly(history),
  ];
}

const UNFINISHED: readonly OutboxRow['state'][] = ['pending', 'inflight', 'unknown'];

/** I9: whatever happened, everything comes to its end. */
function unfinished({ customer, outbox, said }: LocalConversation): Violation[] {
  const row = outbox.find(({ state }) => UNFINISHED.includes(state));
  const unsent = said.find(({ seq }) => seq === null);
  return [
    ...broken('I9', row && `${row.kind} ${row.key} of ${customer} is still ${row.state}`),
    ...broken('I9', unsent && `“${unsent.text}” is still not sent`),
  ];
}

/** I1: what a customer was told is sent has reached the agents once, or is shown as not sent. */
function arrivedOnce(
  { said, events }: LocalConversation,
  story: HandoffStory,
  { effects, isBoundKept }: History,
): Violation[] {
  const failed = shownAsLost(events);
  const isPassed = story.effects.some(({ kind }) => kind === 'pass');
  const isOpenToAll = story.end === 'open' || story.end === 'by the team';
  return said.flatMap(({ id, text, seq }) => {
    if (seq === null || seq > story.endSeq) return [];
    const key = `${story.id}:${id}`;
    const count = effects.filter(({ k }) => k === key || k.startsWith(`${key}/r`)).length;
    // What one agent missed is in the transcript of the next handoff or ticket, and counts there.
    const isRelayed = !story.isFollowed && isOpenToAll && !failed.has(id);
    const isDue = seq < story.requestedSeq ? isPassed : isRelayed;
    const isTold = count > 0 || isPacked(story, text);
    return [
      ...broken('I1', count > 1 && isBoundKept && `“${text}” reached Zendesk ${count} times`),
      ...broken('I1', !isTold && isDue && `“${text}” was acknowledged and is lost`),
    ];
  });
}

/** The messages that are shown not to have reached the agents. */
function shownAsLost(events: LocalConversation['events']): ReadonlySet<string> {
  const lost = new Set<string>();
  for (const { event } of events) {
    if (event.type === 'message-failed' && event.code === 'delivery') lost.add(event.id);
    if (event.type === 'message-retried') lost.delete(event.id);
  }
  return lost;
}

/** I2: what reaches Zendesk does so in the order of the log; what was sent again, where it was sent again. */
function arrivedInOrder({ events }: LocalConversation, story: HandoffStory): Violation[] {
  const places = new Map<string, number>();
  for (const { seq, event } of events) {
    if (event.type === 'message-added' && !event.message.zendeskId) {
      places.set(`${story.id}:${event.message.id}`, seq);
    }
    if (event.type === 'message-retried') places.set(`${story.id}:${event.id}/r`, seq);
  }
  let last = 0;
  return story.effects.flatMap(({ k }) => {
    const seq = places.get(k.replace(/\/r\d+$/, '/r'));
    if (seq === undefined) return [];
    const before = last;
    last = seq;
    return broken('I2', seq < before && `message ${seq} reached Zendesk after message ${before}`);
  });
}

/** I6: the agents get the whole story, all of it before they get the conversation. */
function toldBeforeControl({ said }: LocalConversation, story: HandoffStory): Violation[] {
  const passed = story.effects.findIndex(({ kind }) => kind === 'pass');
  if (passed === -1) return [];
  const placeOf = (key: string) => story.effects.findIndex(({ k }) => k === `${story.id}:${key}`);
  const transcript = said.filter(({ seq }) => seq !== null && seq < story.requestedSeq);
  return [{ id: 'summary', text: 'The summary' }, ...transcript].flatMap(({ id, text }) => {
    const place = placeOf(id);
    const isMissing = place === -1 && !isPacked(story, text);
    return [
      ...broken('I6', isMissing && `“${text}” is missing in the transcript`),
      ...broken('I6', place > passed && `“${text}” came after the agents had the conversation`),
    ];
  });
}

/** Older messages of a long chat share one. */
function isPacked({ id, effects }: HandoffStory, text: string): boolean {
  return effects.some(
    (effect) => effect.k.startsWith(`${id}:earlier/`) && effect.text.includes(text),
  );
}

/** I5: one user for one customer. */
function oneUserEach({ effects, local }: History): Violation[] {
  const users = new Set(effects.flatMap(({ kind, id }) => (kind === 'user' ? [id] : [])));
  const sentence = `${local.length} customers are ${users.size} users`;
  return broken('I5', users.size > local.length && sentence);
}

/** I5: one conversation and one ticket for one handoff. */
function oneOfEach({ id, remote }: HandoffStory, { effects, isBoundKept }: History): Violation[] {
  const made = effects.filter(({ kind, k }) => kind === 'conversation' && k === id).length;
  const tickets = remote?.tickets ?? 0;
  return [
    ...broken('I5', made > 1 && isBoundKept && `handoff ${id} has ${made} conversations`),
    ...broken('I5', tickets > 1 && isBoundKept && `handoff ${id} has ${tickets} tickets`),
  ];
}

/** I5: one ticket for each time an address was left. I1 and I6: it is there, and all that had been said is in it. */
function ticketsLeft({ events, said }: LocalConversation, history: History): Violation[] {
  return events.flatMap(({ seq, event }) => {
    if (event.type !== 'handoff-changed' || event.handoff.state !== 'ticket') return [];
    const { id } = event.handoff;
    const made = new Set(
      history.effects.flatMap((effect) =>
        effect.kind === 'ticket' && effect.k === id ? [effect.id] : [],
      ),
    );
    const ticket = history.tickets.find((one) => made.has(one.id));
    const isKnown = events.some(
      (other) =>
        other.event.type === 'ticket-found' &&
        other.event.handoffId === id &&
        made.has(other.event.number),
    );
    const missing = said.find(
      (one) => one.seq !== null && one.seq < seq && !ticket?.text.includes(one.text),
    );
    return [
      ...broken('I5', made.size > 1 && `${made.size} tickets were made of ${id}`),
      ...broken('I1', !ticket && `the ticket ${id} was promised and is lost`),
      ...broken('I9', !isKnown && `the number of ticket ${id} is not known`),
      ...broken('I6', ticket && missing && `“${missing.text}” is missing in ticket ${ticket.id}`),
    ];
  });
}

/** I9: nobody waits for an agent who has no conversation, and no agent has one that nobody is in. */
function agreedOnWhoSpeaks(story: HandoffStory, { isBoundKept }: History): Violation[] {
  const hasAgent = story.remote?.holder === 'agents';
  const isWithAgents = story.state === 'waiting' || story.state === 'live';
  const isOver = story.end !== 'open';
  const what = `handoff ${story.id} is ${story.state}`;
  return [
    ...broken('I9', story.state === 'requested' && `${what} still`),
    ...broken('I9', isBoundKept && isWithAgents && !hasAgent && `${what}, but no agent has it`),
    ...broken('I9', isBoundKept && isOver && hasAgent && `${what}, but the agents have it still`),
  ];
}

/** One violation if there is something to say, else none. */
export function broken(rule: string, sentence: string | false | undefined): Violation[] {
  return sentence ? [{ rule, sentence }] : [];
}

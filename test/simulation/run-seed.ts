import { changedByRepeats, openedByOthers } from './aftermath.ts';
import { readHistory } from './history.ts';
import { broken, violationsOf, type Violation } from './invariants.ts';
import { BUSY_MS } from './plan.ts';
import type { PlantedBug } from './planted-bug.ts';
import { openWorld, START, type World } from './world.ts';

export type Outcome = {
  violations: readonly Violation[];
  trace: readonly string[];
  /** How much happened. */
  figures: { customerMessages: number; agentMessages: number; kills: number };
};

const DEFAULT_SETTLE_MS = 75_000;
/** Back-off, polling and the lease of a process that died: all of it may come after the settle time. */
const REST_MS = 90_000;
const FIRST_LOOK_MS = 2_000;

/** Runs one seed on a database of its own in `folder`, and says which promises it has broken. */
export async function runSeed(
  seed: number,
  options: { folder: string; bug?: PlantedBug },
): Promise<Outcome> {
  const world = await openWorld(seed, options);
  const { clock, customers, team, violations, trace } = world;
  const isDone = () => customers.every((one) => one.isDone()) && team.isDone();

  await clock.run(START + BUSY_MS, () => violations.length > 0 || isDone());
  if (violations.length === 0) world.calmDown();
  const left = violations.length === 0 ? await atRest(world) : [];
  const after = violations.length + left.length === 0 ? await aftermath(world) : [];
  await world.close();

  return {
    violations: [...violations, ...left, ...after],
    trace: trace.lines,
    figures: {
      customerMessages: customers.reduce((sum, { said }) => sum + said.length, 0),
      agentMessages: team.replies.length,
      kills: trace.lines.filter((line) => / dies, (?!at the end)/.test(line)).length,
    },
  };
}

/** Waits until everything has come to its end, as long as that may take, and gives what is wrong then. */
async function atRest(world: World): Promise<Violation[]> {
  const { clock, plan, violations } = world;
  const limit = clock.now() + (plan.settleMs ?? DEFAULT_SETTLE_MS) + REST_MS;
  for (let pauseMs = FIRST_LOOK_MS; ; pauseMs *= 1.5) {
    const isTooLate = clock.now() >= limit;
    const waiting = await clock.during(underWay(world));
    const wrong = waiting.length > 0 && !isTooLate ? waiting : await wrongIn(world);
    if (wrong.length === 0 || isTooLate || violations.length > 0) return wrong;
    await clock.run(Math.min(clock.now() + pauseMs, limit));
  }
}

/** Why it is too early to look closely. */
async function underWay({ processes, customers, line, store }: World): Promise<Violation[]> {
  const due = await Promise.all([store.nextDueAt('chat'), store.nextDueAt('support')]);
  const isDue = due.some((at) => at !== null);
  return [
    ...broken('I9', processes.some((one) => !one.isUp()) && 'a process is not up'),
    ...broken('I9', customers.some((one) => !one.isDone()) && 'a customer is not through'),
    ...broken('I9', isDue && 'something is still due'),
    ...broken('I9', line.inTheAir() > 0 && 'a request is still on its way'),
  ];
}

async function wrongIn(world: World): Promise<Violation[]> {
  return violationsOf(await world.clock.during(readHistory(world)));
}

/** What is tried once all is well. */
async function aftermath(world: World): Promise<Violation[]> {
  const { clock, customers, plan, processes, webhooks } = world;
  const conversations = customers.flatMap((one) => one.started() ?? []);
  const opened = await clock.during(openedByOthers(processes[0], conversations));
  if (!plan.isRepeatedLate) return opened;
  const logs = async () => {
    const { local } = await clock.during(readHistory(world));
    return JSON.stringify(local.map(({ events }) => events));
  };
  return [...opened, ...(await changedByRepeats(webhooks, clock, logs))];
}

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createSimulator, type Simulator } from '../../src/demo/simulator/simulator.ts';
import { openStore } from '../../src/store/open-store.ts';
import { StoreUnavailable, type Store } from '../../src/store/store.ts';
import { createBrowser } from './browser.ts';
import { startCustomer, type Customer } from './customer.ts';
import type { Violation } from './invariants.ts';
import { planOf, type Plan } from './plan.ts';
import type { PlantedBug } from './planted-bug.ts';
import { startProcess, ZENDESK, type Process } from './process.ts';
import { seededRandom, type Random } from '../random.ts';
import { startTeam, type Team } from './team.ts';
import { createTrace, type Trace } from './trace.ts';
import { virtualClock, type VirtualClock } from './virtual-clock.ts';
import { createWatch } from './watch.ts';
import { createWebhookLine, type WebhookLine } from './webhook-line.ts';
import { wrapMethods } from './wrap-methods.ts';
import { createZendeskLine, type ZendeskLine } from './zendesk-line.ts';

/** Processes on one database, Zendesk, customers and agents, and all that happens between them. */
export type World = {
  plan: Plan;
  clock: VirtualClock;
  trace: Trace;
  store: Store;
  simulator: Simulator;
  line: ZendeskLine;
  webhooks: WebhookLine;
  processes: readonly [Process, ...Process[]];
  customers: readonly Customer[];
  team: Team;
  /** What was found wrong while it happened. */
  violations: readonly Violation[];
  /** From now on nothing goes wrong, nobody begins anything new, and every process is there. */
  calmDown(): void;
  close(): Promise<void>;
};

/** The virtual moment at which every run begins. */
export const START = Date.parse('2026-11-23T10:00:00Z');

/** How long the weather of webhooks lasts. */
const WEATHER_MS = 8_000;
const LONGEST_DELAY_MS = 20_000;

export async function openWorld(
  seed: number,
  { folder, bug }: { folder: string; bug?: PlantedBug },
): Promise<World> {
  const plan = planOf(seed);
  const named = (name: string) => seededRandom(`${seed}/${name}`);
  const violations: Violation[] = [];
  const report = (violation: Violation) => void violations.push(violation);
  let isCalm = false;
  const isOver = () => isCalm;

  let callsUnderWay = 0;
  const clock = virtualClock(START, () => callsUnderWay > 0);
  const elapsed = () => clock.now() - START;
  const trace = createTrace(elapsed);
  const path = join(folder, `${seed}.db`);
  const opened = await openStore(`file:${path}`, { now: clock.now });
  const store: Store = {
    ...wrapMethods(opened, (_name, work) => {
      callsUnderWay += 1;
      return work().finally(() => (callsUnderWay -= 1));
    }),
    subscribe: opened.subscribe,
  };

  const watch = createWatch({ store, clock, effects: () => line.effects, report });
  const webhooks = createWebhookLine({
    process: () => anyProcess(),
    clock,
    random: named('webhooks'),
    trace,
    taken: watch.taken,
  });
  const simulator = createSimulator({
    origin: ZENDESK,
    clock,
    fetch: webhooks.deliver,
    random: named('zendesk').next,
  });
  const line = createZendeskLine({
    simulator,
    clock,
    random: named('line'),
    plan,
    elapsed,
    trace,
    leaving: watch.leaving,
  });
  simulator.faults.set({ listLagMs: plan.listLagMs });
  void changeWeather(named('weather'));

  const storeLuck = named('store');
  const start = (place: number) => {
    const name = `process ${place + 1}`;
    return startProcess({
      name,
      seed,
      plan,
      blows: plan.blows.filter(({ process }) => process === place),
      clock,
      elapsed,
      store: watch.under(store),
      watch: (given) => watch.over(given, name),
      send: (url, init) => line.send(name, url, init),
      stumble() {
        if (!isCalm && storeLuck.chance(plan.storeTrouble)) throw new StoreUnavailable('Simulated');
      },
      bug,
      trace,
    });
  };
  const others = Array.from({ length: plan.processes - 1 }, (_, place) => start(place + 1));
  const processes: [Process, ...Process[]] = [start(0), ...others];
  const balancer = named('balancer');
  const anyProcess = () => balancer.pick(processes);

  const browser = createBrowser({
    process: anyProcess,
    clock,
    random: named('browser'),
    trouble: () => (isCalm ? 0 : plan.browserTrouble),
  });
  const customers = Array.from({ length: plan.customers }, (_, place) => {
    const name = `customer ${place + 1}`;
    return startCustomer({
      name,
      browser,
      clock,
      random: named(name),
      trace,
      isOver,
      canLeaveTicket: plan.hasSupport,
      acknowledged: watch.acknowledged,
      onMisplaced: (tab, seq, due) =>
        report({ rule: 'I7', sentence: `${tab} got event ${seq} where ${due} was due` }),
    });
  });
  const team = startTeam({ simulator, clock, random: named('team'), trace, isOver });

  async function changeWeather(random: Random): Promise<void> {
    while (!isCalm) {
      const ms = random.between(1, LONGEST_DELAY_MS);
      simulator.faults.set({ webhooks: random.pick(plan.webhooks), ms });
      await clock.wait(WEATHER_MS);
    }
  }

  return {
    plan,
    clock,
    trace,
    store,
    simulator,
    line,
    webhooks,
    processes,
    customers,
    team,
    violations,
    calmDown() {
      isCalm = true;
      trace('everything', 'calms down');
      line.calmDown();
      simulator.faults.clear();
      for (const process of processes) process.calmDown();
    },
    async close() {
      for (const { tabs } of customers) for (const tab of tabs) tab.close();
      for (const process of processes) void process.close();
      simulator.close();
      await clock.run(clock.now());
      await opened.close();
      await rm(path, { force: true });
    },
  };
}

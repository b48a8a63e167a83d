import type { ReadonlySignal } from '@preact/signals';
import { AgentStatusChoice } from './AgentStatusChoice.tsx';
import { TicketQueue } from './TicketQueue.tsx';
import { TicketView } from './TicketView.tsx';
import type { Workspace } from './workspace.ts';

type Props = { workspace: Workspace; now: ReadonlySignal<number> };

/** What an agent would have before them in Zendesk, in looks of our own. */
export function AgentWorkspace({ workspace, now }: Props) {
  const { snapshot, selected, problem } = workspace;
  const agent = snapshot.value?.agents[0];

  return (
    <section class="agent-workspace" aria-label="Agent workspace (simulated)">
      <div class="caption">
        <h2>Agent workspace</h2>
        <span>simulated</span>
        {snapshot.value && (
          <AgentStatusChoice
            agentName={agent?.name}
            status={snapshot.value.agentStatus}
            onChoose={(status) => void workspace.setStatus(status)}
          />
        )}
      </div>
      <p class="problem" role="alert">
        {problem.value}
      </p>
      <div class="desk">
        <TicketQueue
          queue={workspace.queue.value}
          selectedId={selected.value?.id}
          now={now.value}
          onSelect={workspace.select}
        />
        {selected.value && (
          // Another ticket is another view: a log that keeps its node would be read out as if all were new.
          <TicketView
            key={selected.value.id}
            ticket={selected.value}
            agentName={agent?.name}
            workspace={workspace}
            now={now}
          />
        )}
        {snapshot.value?.tickets.length === 0 && (
          <p class="empty">No tickets yet. Press “Talk to a person” in the widget.</p>
        )}
      </div>
    </section>
  );
}

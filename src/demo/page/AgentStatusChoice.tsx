import { AgentStatus } from './snapshot.ts';

const NAMES: Record<AgentStatus, string> = { online: 'Online', away: 'Away', offline: 'Offline' };

type Props = {
  agentName: string | undefined;
  status: AgentStatus;
  onChoose(status: AgentStatus): void;
};

export function AgentStatusChoice({ agentName, status, onChoose }: Props) {
  return (
    <>
      <div class="agent-status">
        <span>{agentName}</span>
        <div
          class="choice"
          role="radiogroup"
          aria-label="Agent status"
          aria-describedby="agent-away"
        >
          {AgentStatus.options.map((option) => (
            <label key={option}>
              <input
                type="radio"
                name="agent-status"
                checked={option === status}
                onChange={() => onChoose(option)}
              />
              {NAMES[option]}
            </label>
          ))}
        </div>
      </div>
      <p id="agent-away" class="hint">
        {status !== 'online' && 'New chats become tickets until you go Online.'}
      </p>
    </>
  );
}

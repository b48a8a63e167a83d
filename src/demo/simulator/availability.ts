import { supportGroupId } from './account.ts';
import type { AgentStatus, Zendesk } from './zendesk.ts';

const statusIds: Record<AgentStatus, number> = { offline: 2, online: 3, away: 4 };
const CAPACITY = 3;

/**
 * Agents as `agent_availabilities` lists them (JSON:API): the unified status, and the messaging
 * channel's, which is offline while somebody is away.
 */
export function availabilities(zendesk: Zendesk, query: URLSearchParams) {
  const wanted = query.get('filter[channel_status]')?.match(/^messaging:(\w+)$/)?.[1];
  const ids = query.get('filter[agent_id]')?.split(',').map(Number);
  const groups = query.get('filter[group_ids]')?.split(',').map(Number);

  return [...zendesk.agentStatus]
    .filter(([id]) => ids === undefined || ids.includes(id))
    .filter(() => groups === undefined || groups.includes(supportGroupId))
    .filter(([, status]) => wanted === undefined || channelStatus(status) === wanted)
    .map(([id, status]) => ({ id, status }));
}

const channelStatus = (status: AgentStatus) => (status === 'online' ? 'online' : 'offline');

export function availabilityAnswer(zendesk: Zendesk, agent: { id: number; status: AgentStatus }) {
  const key = `agent_availabilities|${agent.id}`;
  const updated_at = new Date(zendesk.clock.now()).toISOString();
  return {
    data: {
      type: 'agent_availabilities',
      id: key,
      attributes: {
        agent_id: agent.id,
        group_ids: [supportGroupId],
        version: 1,
        agent_status: {
          id: statusIds[agent.status],
          name: agent.status,
          reason: 'UNKNOWN',
          updated_at,
        },
        skills: [],
      },
      links: { self: `${zendesk.origin}/api/v2/agent_availabilities/${agent.id}` },
      relationships: {
        channels: { data: [{ id: `${key}|channels|messaging`, type: 'channels' }] },
      },
    },
    channel: {
      type: 'channels',
      id: `${key}|channels|messaging`,
      attributes: {
        name: 'messaging',
        status: channelStatus(agent.status),
        max_capacity: CAPACITY,
        work_item_count: [...zendesk.tickets.values()].filter(
          ({ assigneeId, status }) => assigneeId === agent.id && status === 'open',
        ).length,
        updated_at,
      },
    },
  };
}

import type { Conversation, Integration, SwitchboardIntegration } from './records.ts';
import type { Zendesk } from './zendesk.ts';

/**
 * Tells the webhooks that something happened in a conversation. `alsoConcerned` names switchboard
 * integrations that lost their place by it: they hear it although they no longer hold anything.
 */
export function announce(
  zendesk: Zendesk,
  type: string,
  conversation: Conversation,
  payload: Record<string, unknown>,
  alsoConcerned: (string | undefined)[] = [],
): void {
  const listeners = [...zendesk.integrations.values()].filter((integration) =>
    hears(zendesk, integration, [conversation.activeId, conversation.pendingId, ...alsoConcerned]),
  );
  send(zendesk, listeners, type, {
    conversation: truncatedConversation(zendesk, conversation),
    ...payload,
  });
}

/** Tells every custom integration about something that is not tied to who is in control. */
export function announceToAll(zendesk: Zendesk, type: string, payload: Record<string, unknown>) {
  send(zendesk, [...zendesk.integrations.values()], type, payload);
}

function send(
  zendesk: Zendesk,
  listeners: Integration[],
  type: string,
  payload: Record<string, unknown>,
) {
  const event = {
    id: zendesk.ids.next(),
    createdAt: new Date(zendesk.clock.now()).toISOString(),
    type,
    payload,
  };
  for (const webhook of listeners.flatMap(({ webhooks }) => webhooks)) {
    if (webhook.triggers.includes(type)) zendesk.deliveries.send(webhook, event);
  }
}

/**
 * Who receives a conversation's events: the integrations behind the active and the offered
 * switchboard integration, those that want standby events, and every custom integration that is not
 * linked to the switchboard at all. With the switchboard switched off everyone does.
 */
function hears(
  zendesk: Zendesk,
  integration: Integration,
  concerned: (string | undefined)[],
): boolean {
  const links = [...zendesk.switchboardIntegrations.values()].filter(
    ({ integrationId }) => integrationId === integration.id,
  );
  return (
    links.length === 0 ||
    !zendesk.switchboard.enabled ||
    links.some(({ id, deliverStandbyEvents }) => deliverStandbyEvents || concerned.includes(id))
  );
}

/** A conversation as events carry it. Nobody in control is said by leaving the field out. */
export function truncatedConversation(zendesk: Zendesk, conversation: Conversation) {
  const active = holder(zendesk, conversation.activeId);
  const pending = holder(zendesk, conversation.pendingId);
  return {
    id: conversation.id,
    type: 'personal',
    metadata: conversation.metadata,
    ...(active && { activeSwitchboardIntegration: active }),
    ...(pending && { pendingSwitchboardIntegration: pending }),
  };
}

function holder(zendesk: Zendesk, id: string | undefined) {
  const found = id === undefined ? undefined : zendesk.switchboardIntegrations.get(id);
  return found && named(found);
}

function named({ id, name, integrationId, integrationType }: SwitchboardIntegration) {
  return { id, name, integrationId, integrationType };
}

import { announce } from './announce.ts';
import type { Conversation, Metadata, SwitchboardIntegration } from './records.ts';
import { startSession } from './ticket-session.ts';
import type { Zendesk } from './zendesk.ts';

type ControlReason = 'ticketClosed' | 'transferToEmail';
type Told = { metadata?: Metadata; reason?: ControlReason; silent?: boolean };

/**
 * Finds who is meant: the word `next`, else an id, else a name, else an integration type, in that
 * order. A type that fits two is ambiguous.
 */
export function findTarget(
  zendesk: Zendesk,
  conversation: Conversation,
  target: string,
): SwitchboardIntegration | 'ambiguous' | undefined {
  const all = [...zendesk.switchboardIntegrations.values()];
  if (target === 'next') {
    const active = all.find(({ id }) => id === conversation.activeId);
    return all.find(({ id }) => id === active?.nextSwitchboardIntegrationId);
  }
  const exact = all.find(({ id }) => id === target) ?? all.find(({ name }) => name === target);
  if (exact) return exact;
  const ofType = all.filter(({ integrationType }) => integrationType === target);
  return ofType.length > 1 ? 'ambiguous' : ofType[0];
}

export function holdsControl(
  zendesk: Zendesk,
  { activeId }: Conversation,
  integrationType: string,
): boolean {
  const active = activeId === undefined ? undefined : zendesk.switchboardIntegrations.get(activeId);
  return active?.integrationType === integrationType;
}

/** Makes the target active and everyone else standby. To whom it already belongs, nothing happens. */
export function passControl(
  zendesk: Zendesk,
  conversation: Conversation,
  target: SwitchboardIntegration,
  { metadata, reason, silent }: Told = {},
): void {
  if (conversation.activeId === target.id) return;
  const { activeId, pendingId } = conversation;
  activate(zendesk, conversation, target, metadata);
  if (!silent) {
    announce(
      zendesk,
      'switchboard:passControl',
      conversation,
      { ...(metadata && { metadata }), ...(reason && { reason }) },
      [activeId, pendingId],
    );
  }
}

/** The default responder takes a conversation that nobody holds, as soon as something happens in it. */
export function activateDefault(zendesk: Zendesk, conversation: Conversation): void {
  const responder = zendesk.switchboardIntegrations.get(zendesk.switchboard.defaultId);
  if (responder && zendesk.switchboard.enabled) activate(zendesk, conversation, responder);
}

function activate(
  zendesk: Zendesk,
  conversation: Conversation,
  target: SwitchboardIntegration,
  metadata: Metadata = {},
) {
  conversation.activeId = target.id;
  conversation.pendingId = undefined;
  conversation.session = undefined;
  if (target.integrationType === 'zd:agentWorkspace') startSession(zendesk, conversation, metadata);
  zendesk.changed();
}

/** Says that control did not pass although the call was answered with 200. */
export function failPassControl(
  zendesk: Zendesk,
  conversation: Conversation,
  metadata: Metadata | undefined,
): void {
  announce(zendesk, 'switchboard:passControl:failure', conversation, {
    error: {
      code: 'switchboard_invalid_target',
      message: 'The switchboard integration cannot take control',
    },
    ...(metadata && { metadata }),
  });
}

/** Offers control; an earlier offer is void. */
export function offerControl(
  zendesk: Zendesk,
  conversation: Conversation,
  target: SwitchboardIntegration,
  metadata?: Metadata,
): void {
  const { pendingId } = conversation;
  conversation.pendingId = target.id;
  announce(zendesk, 'switchboard:offerControl', conversation, { ...(metadata && { metadata }) }, [
    pendingId,
  ]);
}

/** The one that was offered control takes it. Without an offer the failure comes by webhook. */
export function acceptControl(
  zendesk: Zendesk,
  conversation: Conversation,
  metadata?: Metadata,
): void {
  const told = { ...(metadata && { metadata }) };
  const { activeId, pendingId } = conversation;
  const target =
    pendingId === undefined ? undefined : zendesk.switchboardIntegrations.get(pendingId);
  if (!target) {
    const error = { code: 'switchboard_invalid_action', message: 'Nobody was offered control' };
    announce(zendesk, 'switchboard:acceptControl:failure', conversation, { error, ...told });
    return;
  }
  activate(zendesk, conversation, target, metadata);
  announce(zendesk, 'switchboard:acceptControl', conversation, told, [activeId]);
}

/** Nobody is in control; the default responder takes over with the next message. */
export function releaseControl(
  zendesk: Zendesk,
  conversation: Conversation,
  { metadata, reason, silent }: Told = {},
): void {
  const { activeId, pendingId } = conversation;
  if (activeId === undefined) return;
  conversation.activeId = undefined;
  conversation.pendingId = undefined;
  conversation.session = undefined;
  if (!silent) {
    announce(
      zendesk,
      'switchboard:releaseControl',
      conversation,
      { ...(metadata && { metadata }), ...(reason && { reason }) },
      [activeId, pendingId],
    );
  }
  zendesk.changed();
}

import { agents, maya } from './account.ts';
import { agentMessage, fileContent } from './agent-messages.ts';
import { announce } from './announce.ts';
import { injectedMessage, type Injection } from './injections.ts';
import { addMessage, deleteMessage } from './messages.ts';
import type { Conversation, Ticket } from './records.ts';
import { mergeUsers, removeConversation } from './removal.ts';
import { passControl, releaseControl } from './switchboard.ts';
import { addComment } from './tickets.ts';
import { snapshot, type Snapshot } from './workspace-snapshot.ts';
import type { AgentStatus, Settings, Zendesk } from './zendesk.ts';

/** What an agent asked for cannot be done. */
export class WorkspaceError extends Error {
  override readonly name = 'WorkspaceError';
  readonly status: 404 | 409;

  constructor(status: 404 | 409, message: string) {
    super(message);
    this.status = status;
  }
}

type SentFile = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> };
export type Ending = {
  reason?: 'ticketClosed' | 'transferToEmail';
  /** Control goes to the default responder instead of to nobody. */
  passAway?: boolean;
  /** No webhook tells of it. */
  silent?: boolean;
};

/** What agents do in the simulated agent workspace. Maya acts unless somebody else is named. */
export type Workspace = {
  snapshot(): Snapshot;
  /** Calls back whenever the snapshot may have changed. The answer stops it. */
  subscribe(listener: () => void): () => void;
  configure(settings: Partial<Settings>): void;
  /** Puts all agents into this status, or one. */
  setStatus(status: AgentStatus, agentId?: number): void;
  accept(ticketId: number, agentId?: number): void;
  reply(
    ticketId: number,
    reply: { text: string; html?: string; agentId?: number; file?: SentFile },
  ): void;
  note(ticketId: number, text: string, agentId?: number): void;
  solve(ticketId: number): void;
  /** Closes the ticket, which also ends the session. */
  close(ticketId: number): void;
  end(ticketId: number, ending?: Ending): void;
  /** Hands the ticket to another agent. */
  pass(ticketId: number, agentId: number): void;
  typing(ticketId: number, agentId?: number): void;
  deleteMessage(ticketId: number, messageId: string): void;
  inject(ticketId: number, kind: Injection, text: string): void;
  /** Every OAuth token stops working. */
  revokeTokens(): void;
  /** Two users turn out to be one; conversations of the discarded one go to the other. */
  mergeUsers(survivingId: string, discardedId: string): void;
  /** A deletion schedule takes a conversation away, the default one of a user included. */
  removeConversation(conversationId: string): void;
};

/** `subscribe` comes from whoever knows when something changed. */
export function createWorkspace(zendesk: Zendesk, subscribe: Workspace['subscribe']): Workspace {
  function ticketOf(ticketId: number): Ticket {
    const ticket = zendesk.tickets.get(ticketId);
    if (!ticket) throw new WorkspaceError(404, `There is no ticket ${ticketId}`);
    return ticket;
  }

  function agentOf(id: number | null | undefined) {
    const agent = agents.find((entry) => entry.id === (id ?? maya.id));
    if (!agent) throw new WorkspaceError(404, `There is no agent ${id}`);
    return agent;
  }

  /** The conversation of a ticket, while the workspace is in control of it. */
  function liveConversationOf(ticket: Ticket): Conversation {
    const conversation = zendesk.conversations.get(ticket.conversationId ?? '');
    if (conversation?.session?.ticketId !== ticket.id) {
      throw new WorkspaceError(409, 'The session has ended');
    }
    return conversation;
  }

  function act<T>(ticket: Ticket, change: () => T): T {
    const result = change();
    ticket.updatedAt = zendesk.clock.now();
    zendesk.changed();
    return result;
  }

  const speaker = (ticket: Ticket, agentId?: number) => {
    const agent = agentOf(agentId ?? ticket.assigneeId);
    ticket.assigneeId ??= agent.id;
    if (ticket.status === 'new') ticket.status = 'open';
    return agent;
  };

  function sawEverything(ticket: Ticket, conversation: Conversation) {
    ticket.unread = 0;
    conversation.businessLastReadAt = zendesk.clock.now();
  }

  function leave(conversation: Conversation, { reason, passAway, silent }: Ending) {
    const responder = zendesk.switchboardIntegrations.get(zendesk.switchboard.defaultId);
    if (passAway && responder) passControl(zendesk, conversation, responder, { reason, silent });
    else releaseControl(zendesk, conversation, { reason, silent });
  }

  return {
    snapshot: () => snapshot(zendesk),
    subscribe,

    configure(settings) {
      Object.assign(zendesk.settings, settings);
      zendesk.changed();
    },

    setStatus(status, agentId) {
      const changed = agentId === undefined ? agents : [agentOf(agentId)];
      for (const { id } of changed) zendesk.agentStatus.set(id, status);
      zendesk.changed();
    },

    /** Nothing of this is on the wire: the customer's side learns of the agent by the first words. */
    accept(ticketId, agentId) {
      const ticket = ticketOf(ticketId);
      act(ticket, () => {
        ticket.assigneeId = agentOf(agentId).id;
        if (ticket.status === 'new') ticket.status = 'open';
        const conversation = zendesk.conversations.get(ticket.conversationId ?? '');
        if (conversation) sawEverything(ticket, conversation);
      });
    },

    reply(ticketId, { text, html, agentId, file }) {
      const ticket = ticketOf(ticketId);
      const conversation = liveConversationOf(ticket);
      const content = file
        ? fileContent(zendesk, conversation, { ...file, caption: text })
        : { type: 'text', text, ...(html !== undefined && { htmlText: html }) };
      act(ticket, () => {
        sawEverything(ticket, conversation);
        addMessage(zendesk, conversation, agentMessage(zendesk, speaker(ticket, agentId), content));
      });
    },

    note(ticketId, text, agentId) {
      const ticket = ticketOf(ticketId);
      const { id } = agentOf(agentId ?? ticket.assigneeId);
      addComment(zendesk, ticket, { authorId: id, body: text, isPublic: false });
    },

    /** Solved is not the end: control stays, and the customer's next message reopens the ticket. */
    solve(ticketId) {
      const ticket = ticketOf(ticketId);
      act(ticket, () => {
        ticket.status = 'solved';
      });
    },

    close(ticketId) {
      const ticket = ticketOf(ticketId);
      act(ticket, () => {
        const conversation = zendesk.conversations.get(ticket.conversationId ?? '');
        if (conversation?.session?.ticketId === ticket.id) {
          const agent = agentOf(ticket.assigneeId);
          const told = { agent, conversation, ticket };
          const text = 'This ticket was closed.';
          addMessage(zendesk, conversation, injectedMessage(zendesk, 'ticket-closed', text, told));
          leave(conversation, { reason: 'ticketClosed' });
        }
        ticket.status = 'closed';
      });
    },

    /** Ending a session does not change the ticket's status. */
    end(ticketId, ending = {}) {
      const ticket = ticketOf(ticketId);
      const conversation = liveConversationOf(ticket);
      act(ticket, () => leave(conversation, ending));
    },

    pass(ticketId, agentId) {
      const ticket = ticketOf(ticketId);
      act(ticket, () => {
        ticket.assigneeId = agentOf(agentId).id;
      });
    },

    /** Zendesk documents typing of users only; whether an agent's is ever sent is not known. */
    typing(ticketId, agentId) {
      const ticket = ticketOf(ticketId);
      const conversation = liveConversationOf(ticket);
      announce(zendesk, 'conversation:typing', conversation, {
        activity: {
          type: 'typing:start',
          author: {
            type: 'business',
            displayName: agentOf(agentId ?? ticket.assigneeId).name,
          },
          source: { type: 'zd:agentWorkspace' },
        },
      });
    },

    deleteMessage(ticketId, messageId) {
      const conversation = zendesk.conversations.get(ticketOf(ticketId).conversationId ?? '');
      const message = conversation?.messages.find(({ id }) => id === messageId);
      if (!conversation || !message) throw new WorkspaceError(404, 'There is no such message');
      deleteMessage(zendesk, conversation, message, 'agent');
    },

    inject(ticketId, kind, text) {
      const ticket = ticketOf(ticketId);
      const conversation = zendesk.conversations.get(ticket.conversationId ?? '');
      if (!conversation) throw new WorkspaceError(409, 'The ticket has no conversation');
      const agent = agentOf(ticket.assigneeId);
      addMessage(
        zendesk,
        conversation,
        injectedMessage(zendesk, kind, text, { agent, conversation, ticket }),
      );
    },

    revokeTokens() {
      zendesk.accessTokens.clear();
    },

    mergeUsers(survivingId, discardedId) {
      const surviving = zendesk.users.get(survivingId);
      const discarded = zendesk.users.get(discardedId);
      if (!surviving || !discarded) throw new WorkspaceError(404, 'There is no such user');
      mergeUsers(zendesk, surviving, discarded);
    },

    removeConversation(conversationId) {
      const conversation = zendesk.conversations.get(conversationId);
      if (!conversation) throw new WorkspaceError(404, 'There is no such conversation');
      removeConversation(zendesk, conversation);
    },
  };
}

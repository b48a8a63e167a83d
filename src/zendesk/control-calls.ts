import type { AppCall } from './app-call.ts';
import type { Metadata } from './metadata.ts';
import { Done } from './received.ts';
import { ControlToGive, ControlToRelease } from './sent.ts';

/**
 * Who answers in a conversation. Sent once: a repetition that is late could take control back after it has been passed
 * on, so whoever keeps the order decides about it.
 */
export type ControlCalls = {
  /** A success is no proof: a refusal may still come by webhook. */
  passControl(
    conversationId: string,
    switchboardIntegrationId: string,
    metadata?: Metadata,
    signal?: AbortSignal,
  ): Promise<void>;
  offerControl(
    conversationId: string,
    switchboardIntegrationId: string,
    metadata?: Metadata,
    signal?: AbortSignal,
  ): Promise<void>;
  releaseControl(conversationId: string, metadata?: Metadata, signal?: AbortSignal): Promise<void>;
};

export function controlCalls(call: AppCall): ControlCalls {
  const give =
    (operation: string, action: string): ControlCalls['passControl'] =>
    (conversationId, switchboardIntegration, metadata, signal) =>
      call({
        operation,
        method: 'POST',
        path: ['conversations', conversationId, action],
        accepts: ControlToGive,
        body: { switchboardIntegration, metadata },
        answer: Done,
        signal,
      });
  return {
    passControl: give('pass the control', 'passControl'),
    offerControl: give('offer the control', 'offerControl'),
    releaseControl: (conversationId, metadata, signal) =>
      call({
        operation: 'release the control',
        method: 'POST',
        path: ['conversations', conversationId, 'releaseControl'],
        accepts: ControlToRelease,
        body: { metadata },
        answer: Done,
        signal,
      }),
  };
}

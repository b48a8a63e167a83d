/** Conversations API: longest `metadata` object, in bytes of its JSON. */
const MAX_METADATA_BYTES = 4096;

export type TicketFacts = {
  tags: readonly string[];
  /** Zendesk's id of the first message to copy into the ticket; without it only the last ten are. */
  firstMessageId: string;
  /** Unique per handoff, so that its ticket can be found. */
  handoffId: string;
  /** The name the customer gave, if any. */
  name?: string;
  /** Only an address that the site vouched for: Zendesk would write to it. */
  verifiedEmail?: string;
};

/**
 * What Zendesk's agent workspace reads when control passes to it, as flat keys. Never over 4 KB, which Zendesk would
 * refuse as a whole: tags are dropped from the end instead.
 */
export function ticket(facts: TicketFacts): Record<string, string> {
  const metadata: Record<string, string> = {
    first_message_id: facts.firstMessageId,
    origin_source_type: 'web',
    ...(facts.name && { 'dataCapture.systemField.requester.name': facts.name }),
    ...(facts.verifiedEmail && { 'dataCapture.systemField.requester.email': facts.verifiedEmail }),
  };
  const tags = [handoffTag(facts.handoffId), ...facts.tags];
  while (tags.length > 0) {
    const tagged = { ...metadata, 'dataCapture.systemField.tags': tags.join(',') };
    if (bytes(tagged) <= MAX_METADATA_BYTES) return tagged;
    tags.pop();
  }
  return metadata;
}

/** A tag that no other handoff's ticket has. */
export function handoffTag(handoffId: string): string {
  return `baton_${handoffId.replaceAll('-', '').slice(0, 12)}`;
}

function bytes(metadata: Record<string, string>): number {
  return new TextEncoder().encode(JSON.stringify(metadata)).length;
}

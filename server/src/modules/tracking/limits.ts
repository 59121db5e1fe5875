/** What the door takes. docs/events.md says the same to those who send. */
export const limits = {
  batchBytes: 500_000,
  eventBytes: 32_000,
  batchItems: 1_000,
  depth: 8,
  properties: 250,
  nameLength: 200,
  idLength: 200,
  /** Different names an organization may have; a public key could otherwise fill the registry. */
  names: 1_000,
  /** Older events are refused from a public key. */
  pastDays: 365,
} as const;

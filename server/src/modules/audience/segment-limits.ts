/** Far above what anybody has made by hand; each is told when it is met. */
export const limits = {
  segments: 200,
  leaves: 60,
  depth: 5,
  /** Different questions of all segments of an organization together. */
  questions: 2000,
  lists: 200,
  listAtOnce: 1000,
  previewMs: 2000,
  /** How many contacts an estimate is made from. */
  previewSample: 2000,
} as const;

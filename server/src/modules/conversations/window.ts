/** Clocks differ and a message takes its way: the last three minutes of a window are not planned with. */
export const planMarginMs = 3 * 60_000;

/** Whether free-form messages may be sent: 24 hours from the customer's own clock, kept in `conversations.window_until`. */
export const windowOpen = (until: Date | null, marginMs: number): boolean => until !== null && until.getTime() - marginMs > Date.now();

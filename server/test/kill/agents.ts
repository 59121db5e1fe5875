import { setTimeout as pause } from "node:timers/promises";
import type { House } from "./house.ts";

/** What an agent wanted, and the message the server said it became. */
export type Wish = { key: string; conversationId: string; text: string; messageId: string; tries: number };
type Headers = Record<string, string>;

/**
 * A careful client: the same key until there is an answer, whatever happens on the way; a refusal is final and fails the test. Asks once
 * more after every fifth answer, as somebody who pressed twice.
 */
export const wish = async (house: House, who: Headers, conversationId: string, text: string, key: string): Promise<Wish> => {
  const ask = async (): Promise<string | null> => {
    try {
      const answer = await fetch(`${house.url}/api/v1/conversations/${conversationId}/messages`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": key, ...who },
        body: JSON.stringify({ type: "text", text }),
        signal: AbortSignal.timeout(15_000),
      });
      const body = (await answer.json()) as { id?: string };
      if (answer.status < 300 && body.id) return body.id;
      if (answer.status >= 500 || answer.status === 429) return null;
      throw new Refused(`${answer.status} ${JSON.stringify(body)}`);
    } catch (error) {
      if (error instanceof Refused) throw error;
      return null;
    }
  };
  for (let tries = 1; ; tries++) {
    const messageId = await ask();
    if (messageId === null) {
      await pause(100 + 100 * Math.min(tries, 5));
      continue;
    }
    const again = key.endsWith("5") ? await ask() : messageId;
    if (again !== null && again !== messageId) throw new Error(`the key ${key} became two messages`);
    return { key, conversationId, text, messageId, tries };
  }
};
class Refused extends Error {}

type Shown = { id: string; state: string | null };

/** Looks at conversations as a page does, and remembers every state in which a message was seen. */
export const anObserver = (house: House, who: Headers) => {
  const seen = new Map<string, Set<string>>();
  const look = async (conversationIds: string[]): Promise<void> => {
    for (const id of conversationIds) {
      const page = await fetch(`${house.url}/api/v1/conversations/${id}/messages?limit=100`, {
        headers: who,
        signal: AbortSignal.timeout(10_000),
      })
        .then(async (answer) => (answer.ok ? ((await answer.json()) as { items: Shown[] }) : { items: [] }))
        .catch(() => ({ items: [] }));
      for (const { id: messageId, state } of page.items) {
        if (state === null) continue;
        const states = seen.get(messageId) ?? new Set();
        states.add(state);
        seen.set(messageId, states);
      }
    }
  };
  return { look, statesOf: (messageId: string) => seen.get(messageId) ?? new Set<string>() };
};

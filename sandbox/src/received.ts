import type { Json, World } from "./world.ts";

/** A message the business sent and the sandbox took. */
export type ReceivedMessage = {
  id: string;
  phoneNumberId: string;
  /** The digits of the phone, or the business-scoped user id. */
  to: string;
  type: string;
  body: Json;
  biz_opaque_callback_data?: string;
  /** Whether the customer's 24-hour window was open when it was taken. */
  windowOpen: boolean;
  /** The statuses that became of it so far, in order. */
  statuses: string[];
  at: number;
};

export type Received = {
  messages: ReceivedMessage[];
  reads: { phoneNumberId: string; messageId: string; typing: boolean }[];
  uploads: { id: string; phoneNumberId: string; mimeType: string; size: number }[];
  refused: { method: string; url: string; code: number; details: string }[];
  /** Every request to the Graph API, refused ones too. */
  requests: number;
};

/** Looks again after every change in the sandbox, without polling. */
export const waitFor = <T>(world: World, look: () => T, timeoutMs = 5000): Promise<NonNullable<T>> =>
  new Promise((resolve, reject) => {
    const stop = world.onChange(() => attempt());
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`waited ${timeoutMs} ms in vain for ${look.toString().slice(0, 120)}`));
    }, timeoutMs);
    const attempt = () => {
      try {
        const seen = look();
        if (seen === undefined || seen === null || seen === false) return;
        resolve(seen as NonNullable<T>);
      } catch (problem) {
        reject(problem);
      }
      stop();
      clearTimeout(timer);
    };
    attempt();
  });

import { demoHistory, rawBody, signatureOf, webhookBody } from "@candor/sandbox";
import { sql } from "kysely";
import type { Kernel } from "../../kernel/module.ts";
import { demoNumber } from "./world.ts";

/** The id a step of the demo's history has at WhatsApp. */
export const stepId = (conversation: number, step: number) => `wamid.demo.${conversation}.${step}`;

/** Replays what customers wrote, as signed webhooks through the front door: the demo's past takes the way any message takes. */
export const replayHistory = async (kernel: Kernel, now: number): Promise<void> => {
  const number = demoNumber(kernel);
  for (const [at, { customer, steps }] of demoHistory.entries()) {
    for (const [step, { from, message, minutesAgo, about }] of steps.entries()) {
      if (from !== "customer") continue;
      const target = about === undefined ? undefined : steps[about];
      const body = rawBody(
        webhookBody(number, customer, message, {
          id: stepId(at, step),
          timestamp: Math.floor((now - minutesAgo * 60_000) / 1000),
          ...(about !== undefined && target ? { about: { id: stepId(at, about), from: target.from } } : {}),
        }),
      );
      const answer = await fetch(`${kernel.localUrl()}/webhooks/meta`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-hub-signature-256": signatureOf(body, number.appSecret) },
        body: new Uint8Array(body),
      });
      if (!answer.ok) throw new Error(`the door answered ${answer.status} to the demo's own history`);
    }
  }
};

/** Waits until everything received is in its thread. */
export const untilProjected = async (kernel: Kernel): Promise<void> => {
  for (let tries = 0; tries < 600; tries++) {
    const { rows } = await sql<{
      waiting: boolean;
    }>`select exists (select from intake_journal where projected_at is null) as waiting`.execute(kernel.db.system);
    if (!rows[0]?.waiting) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the demo's history was not projected in time");
};

import type { Page } from "playwright-core";

type Channel = { graphUrl: string; phoneNumberId: string };

/** Lets the demo's WhatsApp refuse one message and leave the outcome of another unknown, in the conversation with this person. */
export const makeOutcomes = async (page: Page, conversationId: string): Promise<void> => {
  const { items } = (await (await page.request.get("/api/v1/channels")).json()) as { items: Channel[] };
  const channel = items[0];
  if (!channel) throw new Error("the demo has a number");
  const sandbox = (verb: string, data: object) => page.request.post(`${channel.graphUrl}/_sandbox/${verb}`, { data });
  const url = `/api/v1/conversations/${conversationId}/messages`;
  const origin = new URL(page.url()).origin;
  const say = async (text: string, state: string) => {
    const sent = (await (await page.request.post(url, { data: { type: "text", text }, headers: { origin } })).json()) as { id: string };
    for (let tries = 0; tries < 100; tries += 1) {
      const { items: shown } = (await (await page.request.get(`${url}?limit=5`)).json()) as { items: { id: string; state: string }[] };
      if (shown.some((message) => message.id === sent.id && message.state === state)) return sent.id;
      await page.waitForTimeout(100);
    }
    throw new Error(`the demo's message did not become ${state}`);
  };
  await sandbox("hold", {});
  await sandbox("graphFaults", { status500AfterAccept: { times: 1 } });
  await say("We can keep a bag aside for you until Friday.", "unknown");
  await sandbox("refuse", { name: "invalid_parameter", phoneNumberId: channel.phoneNumberId, times: 1, how: "answer" });
  await say("The same beans are also there as decaf.", "failed");
};

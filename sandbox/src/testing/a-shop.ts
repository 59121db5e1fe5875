import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { type SandboxOptions, startSandbox } from "../index.ts";
import type { Json } from "../world.ts";

export type Seen = { raw: Buffer; headers: IncomingHttpHeaders; body: Json; value: Json; field: string };

const phoneNumberId = "100000000000001";
const accountId = "200000000000001";

/** A sandbox with one shop, one customer who does not answer, and a webhook door that remembers what came. */
export const aShop = async (options: SandboxOptions = {}) => {
  const door = await aDoor();
  const sandbox = await startSandbox({ clock: { scale: 200 }, ...options });
  onTestFinished(async () => {
    await sandbox.close();
    await door.close();
  });
  sandbox.addApp({ appId: "app1", appSecret: "s3cret", verifyToken: "let-me-in", webhookUrl: door.url });
  sandbox.addAccount({ accountId, appId: "app1", name: "Fernhill Coffee" });
  sandbox.addNumber({
    phoneNumberId,
    accountId,
    displayPhoneNumber: "+1 202-555-0143",
    verifiedName: "Fernhill Coffee",
    token: "token1",
  });
  const amara = sandbox.addCustomer({
    name: "Amara Okafor",
    userId: "GB.1001",
    phone: "+44 7700 900123",
    persona: "silent",
  });

  const graph = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const form = body instanceof FormData;
    const answer = await fetch(`${sandbox.url}/v26.0/${path}`, {
      method,
      headers: {
        authorization: "Bearer token1",
        ...(body && !form ? { "content-type": "application/json" } : {}),
        ...headers,
      },
      body: form ? body : body ? JSON.stringify(body) : undefined,
    });
    return { status: answer.status, body: (await answer.json()) as Json };
  };
  const send = (message: Json) =>
    graph("POST", `${phoneNumberId}/messages`, { messaging_product: "whatsapp", to: "447700900123", ...message });
  const sendText = (body: string, more: Json = {}) => send({ type: "text", text: { body }, ...more });

  return { sandbox, door, amara, graph, send, sendText, phoneNumberId, accountId };
};

/** A webhook door; `answers` are the statuses it gives first, then 200. */
export const aDoor = async () => {
  const seen: Seen[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    if (request.method === "GET") {
      const query = new URL(request.url ?? "/", "http://door").searchParams;
      const right = query.get("hub.verify_token") === "let-me-in";
      response.writeHead(right ? 200 : 403).end(right ? query.get("hub.challenge") : "no");
      return;
    }
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const raw = Buffer.concat(parts);
      const body = JSON.parse(raw.toString()) as Json;
      for (const entry of body.entry as { changes: { field: string; value: Json }[] }[]) {
        for (const { field, value } of entry.changes) seen.push({ raw, headers: request.headers, body, field, value });
      }
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const messages = () => seen.flatMap(({ value }) => (value.messages ?? []) as Json[]);
  const statuses = () => seen.flatMap(({ value }) => (value.statuses ?? []) as Json[]);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    seen,
    answers,
    messages,
    statuses,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** The code and details of a refusal. */
export const refusal = ({ body }: { body: Json }) => {
  const error = body.error as { code: number; message: string; error_subcode?: number; error_data?: { details: string } };
  return { code: error.code, subcode: error.error_subcode, text: `${error.message} ${error.error_data?.details ?? ""}` };
};

import { createServer, type Server } from "node:net";
import { afterAll } from "vitest";
import { newId } from "../src/kernel/id.ts";
import { giveSession, sessionFor } from "../src/modules/accounts/index.ts";
import { type Answer, type Client, eventually, type Shop, speaker } from "./builders.ts";
import type { World } from "./world.ts";

export type Browser = Omit<Client, "key"> & {
  cookie: () => string | undefined;
  setCookie: () => string | undefined;
  forget: () => void;
  carry: (cookie: string) => void;
};

/** Keeps the cookie `token` between requests, as a browser does. `ip` is believed where the world trusts 127.0.0.1 as a proxy. */
export const aBrowser = (world: World, options: { ip?: string } = {}): Browser => {
  let cookie: string | undefined;
  let setCookie: string | undefined;
  const identity: Record<string, string> = options.ip ? { "x-forwarded-for": options.ip } : {};
  const { request: send } = speaker(world, identity);
  const request: Client["request"] = async <T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> => {
    const answer = await send<T>(method, path, body, { ...(cookie ? { cookie: `token=${cookie}` } : {}), ...headers });
    setCookie = answer.headers.getSetCookie().find((line) => line.startsWith("token="));
    if (setCookie) cookie = /^token=([^;]*)/.exec(setCookie)?.[1] || undefined;
    return answer;
  };
  return {
    request,
    get: (path) => request("GET", path),
    post: (path, body, headers) => request("POST", path, body ?? {}, headers),
    put: (path, body) => request("PUT", path, body ?? {}),
    patch: (path, body) => request("PATCH", path, body ?? {}),
    delete: (path) => request("DELETE", path),
    cookie: () => cookie,
    setCookie: () => setCookie,
    forget: () => {
      cookie = undefined;
    },
    carry: (value) => {
      cookie = value;
    },
  };
};

export type MeBody = {
  user: { id: string; name: string; email: string; emailVerified: boolean; theme: string; language: string; timeZone: string };
  organization: { id: string; name: string };
  member: { id: string; role: string };
  permissions: string[];
  organizations: { id: string }[];
};
export type SignedUp = { browser: Browser; me: MeBody; email: string; password: string; shop: Shop };

export const aPassword = "correct horse battery";
export const anEmail = () => `${newId()}@example.test`;

/** A person who signed up on the page, with their organization, still signed in. */
export const someoneSignedUp = async (
  world: World,
  more: { email?: string; password?: string; name?: string; organization?: string; language?: string } = {},
): Promise<SignedUp> => {
  const browser = aBrowser(world);
  const [email, password] = [more.email ?? anEmail(), more.password ?? aPassword];
  const answer = await browser.post<MeBody>("/sign-up", {
    name: more.name ?? "Olga",
    email,
    password,
    organization: more.organization ?? `Shop ${newId().slice(-6)}`,
    language: more.language,
  });
  if (answer.status !== 201) throw new Error(`sign-up answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  const me = answer.body;
  return {
    browser,
    me,
    email,
    password,
    shop: { world, id: me.organization.id, name: me.organization.name, ownerMemberId: me.member.id, ownerUserId: me.user.id },
  };
};

/** A browser signed in as a member made by `aMember`, without a password. */
export const browserOf = async (shop: Shop, member: { userId: string }): Promise<Browser> => {
  const browser = aBrowser(shop.world);
  const { kernel } = shop.world;
  const session = await sessionFor(kernel, member.userId, shop.id);
  let value = "";
  giveSession(
    kernel,
    {
      setCookie: (_name: string, given: string) => {
        value = encodeURIComponent(given);
      },
    } as never,
    session,
  );
  browser.carry(value);
  return browser;
};

export const auditOf = async (shop: Shop): Promise<string[]> => {
  const rows = await shop.world.kernel.db.system
    .selectFrom("audit_log")
    .select("action")
    .where("organization_id", "=", shop.id)
    .orderBy("position")
    .execute();
  return rows.map((row) => row.action);
};

export type MailServer = {
  url: string;
  letters: { to: string; text: string }[];
  letterTo: (email: string, containing?: string) => Promise<string>;
};

/** As much SMTP as nodemailer speaks to it: takes every letter and keeps it. */
export const aMailServer = async (): Promise<MailServer> => {
  const letters: MailServer["letters"] = [];
  const server: Server = createServer((socket) => {
    let to = "";
    let data: string[] | null = null;
    let rest = "";
    socket.on("error", () => {});
    socket.write("220 test\r\n");
    socket.on("data", (chunk) => {
      rest += chunk.toString("utf8");
      const lines = rest.split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (data !== null) {
          if (line === ".") {
            letters.push({ to, text: readable(data.join("\r\n")) });
            data = null;
            socket.write("250 kept\r\n");
          } else data.push(line);
        } else if (/^rcpt to:/i.test(line)) {
          to = /<([^>]*)>/.exec(line)?.[1] ?? "";
          socket.write("250 ok\r\n");
        } else if (/^data/i.test(line)) {
          data = [];
          socket.write("354 go on\r\n");
        } else if (/^quit/i.test(line)) socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    server.close();
  });
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    letterTo: (email, containing = "") =>
      eventually(
        async () => letters.findLast((letter) => letter.to === email && letter.text.includes(containing))?.text,
        `a letter to ${email}`,
      ),
  };
};

/** The letter's text, whichever of the two encodings nodemailer chose for it. */
const readable = (raw: string) => {
  const at = raw.indexOf("\r\n\r\n");
  const [head, body] = [raw.slice(0, at), raw.slice(at + 4)];
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  if (!/quoted-printable/i.test(head)) return body;
  const joined = body.replace(/=\r\n/g, "");
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
};

/** The token of the link in a letter. */
export const tokenIn = (letter: string) => /[?&]token=([^\s&]+)/.exec(letter)?.[1] ?? "";

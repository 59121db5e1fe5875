import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { rmdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { rawBody, signatureOf, webhookBody } from "../../../sandbox/src/index.ts";
import { scratchFolder } from "../../src/kernel/db/scratch.ts";
import { type Wish, wish } from "./agents.ts";
import { aHouse, within } from "./house.ts";
import { expectAuditChain, expectInbound, expectOutbound, type Said, settled } from "./outcome.ts";
import { progress, tell } from "./tell.ts";

/** What is left for the database when the filling begins. */
const leftBytes = 24_000_000;

test("a disk that fills up: never a 200 for what is not stored, the server lives, and goes on once there is room", async () => {
  const now = progress("full disk");
  const disk = scratchFolder("full-disk");
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=300m,mode=711", "tmpfs", disk]).status !== 0) {
    rmdirSync(disk);
    throw new Error(
      "A disk can only be filled where one can be mounted: Linux, as root (in a container: --cap-add SYS_ADMIN). Nothing was checked.",
    );
  }
  const house = await aHouse("full-disk", { scale: 50, folder: disk });
  const filler = join(disk, "filler");
  try {
    await house.open();
    const agent = await house.apiKey("one");
    const people = Array.from({ length: 20 }, (_, at) =>
      house.sandbox.addCustomer({
        name: `Customer ${at}`,
        userId: `GB.4${String(at).padStart(5, "0")}`,
        phone: `4477006${String(10_000 + at)}`,
        persona: "silent",
      }),
    );
    // The sandbox does not see what is posted past it.
    for (const customer of people) house.sandbox.openWindow(house.number.phone, customer);
    const begin = Math.floor(Date.now() / 1000) - 6 * 3600;
    const said: Said[] = [];
    const answers: Record<number, number> = {};
    let serial = 0;
    /** Posts one message as Meta would, once: what is not answered 200 is not counted as said. */
    const post = async (): Promise<number> => {
      const mine = serial++;
      const customer = people[mine % people.length] as (typeof people)[number];
      const [id, at, text] = [`wamid.full${mine}`, begin + Math.floor(mine / people.length), `${mine} ${"x".repeat(3500)}`];
      const number = { phoneNumberId: house.number.phone, accountId: house.number.account, displayPhoneNumber: "+1 202-555-0143" };
      const raw = rawBody(webhookBody(number, customer, text, { id, timestamp: at }));
      const status = await fetch(`${house.url}/webhooks/meta`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-hub-signature-256": signatureOf(raw, house.number.secret) },
        body: new Uint8Array(raw),
      }).then(
        (answer) => answer.status,
        () => 0,
      );
      answers[status] = (answers[status] ?? 0) + 1;
      if (status === 200) said.push({ id, customer: customer.phone ?? "", text, at, sha256: null });
      return status;
    };
    for (let at = 0; at < 20; at++) expect(await post()).toBe(200);
    const threads = await within(30, "the conversations", async () => {
      const rows = await house.query<{ id: string }>("select id from conversations order by id");
      return rows.length === 20 ? rows.map((row) => row.id) : null;
    });

    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leftBytes)));
    now(`${Math.round(leftBytes / 1e6)} MB are left`);
    // Meanwhile a customer sends pictures, and an agent answers and asks again until there is an answer.
    const pictures = people.slice(0, 5).map((customer, at) => {
      const bytes = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), randomBytes(200_000)]);
      return { customer, at: begin + 18_000 + at, bytes };
    });
    const end = Date.now() + 90_000;
    while ((answers[503] ?? 0) < 100 && Date.now() < end) await Promise.all(Array.from({ length: 16 }, () => post()));
    expect(answers[503], "refusals").toBeGreaterThanOrEqual(100);
    for (const { customer, at, bytes } of pictures) {
      const image = { base64: bytes.toString("base64"), mime_type: "image/png", caption: `picture ${at}` };
      const id = house.sandbox.customerSends(house.number.phone, customer, { type: "image", image }, { timestamp: at });
      said.push({
        id,
        customer: customer.phone ?? "",
        text: `picture ${at}`,
        at,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      });
    }
    const wishing: Promise<Wish>[] = threads.map((id, at) => wish(house, agent, id, `answer ${at}`, `full-${at}`));
    for (let at = 0; at < 20; at++) {
      await Promise.all(Array.from({ length: 4 }, () => post()));
      await pause(100);
    }
    expect(
      Object.keys(answers).every((status) => status === "200" || status === "503"),
      JSON.stringify(answers),
    ).toBe(true);
    expect((await fetch(`${house.url}/healthz`)).status, "the process lives").toBe(200);
    now(`full: ${JSON.stringify(answers)}`);

    rmSync(filler);
    execFileSync("mount", ["-o", "remount,size=2g", disk]);
    await within(60, "it to store again", async () => (await post()) === 200);
    const wishes = await Promise.all(wishing);
    await settled(house, 90);
    await expectInbound(house, said);
    const ended = await expectOutbound(house, wishes);
    tell("full disk", {
      "answered 200": answers[200] ?? 0,
      "answered 503": answers[503] ?? 0,
      inbound: said.length,
      files: pictures.length,
      outbound: wishes.length,
      ...ended,
      "audit entries": await expectAuditChain(house),
    });
  } finally {
    await house.close();
    execFileSync("umount", ["-l", disk]);
    rmdirSync(disk);
  }
});

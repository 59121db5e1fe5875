import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { anOrganization } from "../../../../../test/builders.ts";
import { aNumberOfItsOwn, aText, bodyOf, contactsOf, postWebhook, receive, signatureOf } from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { peerAddress } from "../../../../kernel/peer-address.ts";
import { openSuspicion } from "./door-suspicion.ts";

const world = await aWorld();

describe("where a request comes from", () => {
  const from = (peer: string, forwarded?: string) =>
    ({
      socket: { remoteAddress: peer },
      headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
    }) as unknown as IncomingMessage;
  test.each<[string, string[], string, string | undefined, string]>([
    ["without trusted proxies the header is anybody's word", [], "203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["a peer that is no trusted proxy is not believed", ["10.0.0.1"], "203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["a trusted proxy is", ["10.0.0.1"], "10.0.0.1", "198.51.100.1", "198.51.100.1"],
    ["but not what somebody wrote before it", ["10.0.0.1"], "10.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"],
    ["proxies behind one another are passed", ["10.0.0.0/8"], "10.0.0.1", "198.51.100.1, 10.2.3.4", "198.51.100.1"],
    ["an IPv4 peer on an IPv6 socket is the same peer", ["10.0.0.1"], "::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"],
    ["names of networks are known", ["loopback"], "::1", "2001:db8::7", "2001:db8::7"],
    ["what is no address is not taken", ["loopback"], "127.0.0.1", "unknown", "127.0.0.1"],
    ["without the header it is the proxy", ["loopback"], "127.0.0.1", undefined, "127.0.0.1"],
  ])("%s", (_what, proxies, peer, forwarded, expected) => {
    expect(peerAddress(proxies)(from(peer, forwarded))).toBe(expected);
  });
});

describe("who sent wrongly signed bodies before", () => {
  test("takes turns, while everybody else is served at once", async () => {
    const suspicion = openSuspicion();
    suspicion.failed("198.51.100.1", 4_000_000);
    expect(suspicion.isSuspect("198.51.100.1")).toBe(false);
    suspicion.failed("198.51.100.1", 4_500_000);
    expect([suspicion.isSuspect("198.51.100.1"), suspicion.isSuspect("198.51.100.2")]).toEqual([true, false]);
    suspicion.failed("2001:db8:1:2::5", 9_000_000);
    expect([suspicion.isSuspect("2001:db8:1:2:ffff::9"), suspicion.isSuspect("2001:db8:1:3::5")]).toEqual([true, false]);

    const order: string[] = [];
    let finish = () => {};
    const first = suspicion.inTurn(4_000_000, () =>
      new Promise<void>((resolve) => (finish = resolve)).then(() => void order.push("first")),
    );
    const second = suspicion.inTurn(4_000_000, async () => void order.push("second"));
    await Promise.resolve();
    expect(order).toEqual([]);
    finish();
    await Promise.all([first, second]);
    expect(order).toEqual(["first", "second"]);
  });

  test("no more wait than fit into memory; Meta would be asked to come again", async () => {
    const suspicion = openSuspicion();
    const waiting = Array.from({ length: 4 }, () =>
      suspicion.inTurn(4_000_000, () => new Promise<void>((resolve) => setImmediate(resolve))),
    );
    expect(() => suspicion.inTurn(1, async () => {})).toThrow(/Try again shortly/);
    await Promise.all(waiting);
    await suspicion.inTurn(4_000_000, async () => {});
  });

  test("is never in the way of what is signed: from the very same address it goes through, a new number's too", async () => {
    const shop = await anOrganization(world);
    const channel = await aNumberOfItsOwn(shop);
    const large = `{"x":"${"y".repeat(3_900_000)}"}`;
    const wrong = await Promise.all(Array.from({ length: 12 }, () => postWebhook(world, large, signatureOf(large, "guess"))));
    expect(wrong.map((answer) => answer.status).filter((status) => status === 200)).toEqual([]);
    await receive(channel, bodyOf(channel, { contacts: contactsOf(), messages: [aText("in the middle of it")] }));
    const fresh = await aNumberOfItsOwn(shop);
    await receive(fresh, bodyOf(fresh, { contacts: contactsOf(), messages: [aText("the first of another app")] }));
    const stray = JSON.stringify(
      bodyOf({ ...channel, phoneNumberId: "19990001", accountId: "29990001" }, { contacts: contactsOf(), messages: [aText("of nobody")] }),
    );
    expect((await postWebhook(world, stray, signatureOf(stray, channel.appSecret))).status).toBe(200);
  });
});

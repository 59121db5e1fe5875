import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** The names that Fastify's `trustProxy` knows, too. */
const named: Record<string, string[]> = {
  loopback: ["127.0.0.1/8", "::1/128"],
  linklocal: ["169.254.0.0/16", "fe80::/10"],
  uniquelocal: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

/**
 * Where a request comes from. X-Forwarded-For is written by whoever likes: it is believed from a trusted peer only, and then from the right
 * up to the first address that is no trusted proxy itself.
 */
export const peerAddress = (trustedProxies: string[]): ((request: IncomingMessage) => string) => {
  const trusted = new BlockList();
  for (const proxy of trustedProxies.flatMap((one) => named[one] ?? [one])) {
    const [address = "", prefix] = proxy.split("/");
    const family = isIP(address);
    if (family === 0) continue;
    const kind = family === 6 ? "ipv6" : "ipv4";
    if (prefix === undefined) trusted.addAddress(address, kind);
    else trusted.addSubnet(address, Number(prefix), kind);
  }
  const isTrusted = (address: string) => isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return (request) => {
    let address = plain(request.socket.remoteAddress ?? "");
    const told = request.headers["x-forwarded-for"];
    const hops = (Array.isArray(told) ? told.join(",") : (told ?? "")).split(",").map((hop) => plain(hop.trim()));
    while (isTrusted(address)) {
      const before = hops.pop();
      if (before === undefined || isIP(before) === 0) break;
      address = before;
    }
    return address;
  };
};

/** An IPv4 address reached over an IPv6 socket is the IPv4 address. */
const plain = (address: string): string => (/^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(address) ? address.slice(7) : address);

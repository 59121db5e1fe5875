import { isIPv6 } from "node:net";
import bowser from "bowser";
import type { FastifyRequest } from "fastify";

/** What a person recognises a session by: "Chrome on macOS". A browser may say anything here; it is shown, never trusted. */
export const deviceOf = (request: FastifyRequest): string | null => {
  const agent = request.headers["user-agent"];
  if (typeof agent !== "string" || agent === "") return null;
  const { browser, os } = bowser.parse(agent.slice(0, 500));
  const words = [browser.name, os.name].filter(Boolean).join(" on ");
  return words === "" ? "Unknown" : words.slice(0, 100);
};

/** The address without what tells the one machine: 24 bits of IPv4, 48 of IPv6. */
export const networkOf = (address: string): string | null => {
  const plain = address.replace(/^::ffff:/i, "");
  if (/^\d+\.\d+\.\d+\.\d+$/.test(plain)) return `${plain.split(".").slice(0, 3).join(".")}.0/24`;
  if (!isIPv6(plain)) return null;
  const [head = "", tail] = plain.split("%")[0]?.split("::") ?? [];
  const front = head === "" ? [] : head.split(":");
  const back = tail ? tail.split(":") : [];
  const groups = tail === undefined ? front : [...front, ...Array.from({ length: 8 - front.length - back.length }, () => "0"), ...back];
  return `${groups
    .slice(0, 3)
    .map((group) => Number.parseInt(group || "0", 16).toString(16))
    .join(":")}::/48`;
};

import { isIP } from "node:net";

export type AddressRule = "off" | "truncated" | "full";

/** What is kept of an address: of IPv4 the first 24 bits, of IPv6 the first 48, which is a neighbourhood of lines and no longer one of them. */
export const keptAddress = (address: string, rule: AddressRule): string | null => {
  const family = isIP(address);
  if (rule === "off" || family === 0) return null;
  if (rule === "full") return address;
  if (family === 4) return `${address.split(".").slice(0, 3).join(".")}.0`;
  const mapped = /^::ffff:(\d+\.\d+\.\d+)\.\d+$/i.exec(address);
  if (mapped) return `${mapped[1]}.0`;
  return `${groups(address)
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::`;
};

/** The eight groups, the empty run written out; a zone (fe80::1%eth0) is dropped. */
const groups = (address: string): string[] => {
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const left = head === "" ? [] : head.split(":");
  if (tail === undefined) return left;
  const right = tail === "" ? [] : tail.split(":");
  return [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0"), ...right];
};

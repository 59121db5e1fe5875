/** A recording that cannot be taken apart; the message is for a person. */
export class OpusBroken extends Error {}

/** Samples at 48 kHz in one Opus packet, from its first bytes (RFC 6716 §3.1). */
export const samplesOf = (packet: Buffer): number => {
  const toc = packet[0];
  if (toc === undefined) throw new OpusBroken("The recording has an empty packet.");
  const config = toc >> 3;
  const frame = config < 12 ? [480, 960, 1920, 2880][config & 3] : config < 16 ? [480, 960][config & 1] : [120, 240, 480, 960][config & 3];
  const code = toc & 3;
  const frames = code === 0 ? 1 : code < 3 ? 2 : (packet[1] ?? 0) & 0x3f;
  const samples = (frame ?? 0) * frames;
  // At most 120 ms (RFC 6716 §3.2.5).
  if (samples === 0 || samples > 5760) throw new OpusBroken("The recording has a damaged packet.");
  return samples;
};

import { z } from "zod";

export const whatsappEvents = {
  "channel.connected": z.object({ channelId: z.uuid() }),
  "channel.updated": z.object({ channelId: z.uuid(), what: z.string() }),
  "channel.disconnected": z.object({ channelId: z.uuid() }),
  "channel.notice": z.object({ channelId: z.uuid().nullable(), kind: z.string(), severity: z.string() }),
  "template.updated": z.object({ templateId: z.uuid(), what: z.string() }),
  "intake.replayed": z.object({ replayId: z.uuid(), replayed: z.number(), stillParked: z.number() }),
  "journal.replayed": z.object({ channelId: z.uuid(), bodies: z.number(), items: z.number(), parked: z.number() }),
  "intake.parked": z.object({ parkedId: z.uuid(), channelId: z.uuid().nullable(), kind: z.string() }),
};

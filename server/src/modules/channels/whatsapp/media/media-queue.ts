import { sql } from "kysely";
import type { Tx } from "../../../../kernel/db/pools.ts";
import type { Recorded } from "../../../conversations/index.ts";
import type { MessageItem } from "../intake/parse-shapes.ts";

/** What fetching needs; the provider's own names for a file are kept nowhere else. */
export type MediaJob = {
  organizationId: string;
  channelId: string;
  conversationId: string;
  contactId: string;
  messageId: string;
  fileId: string;
  mediaId: string | null;
  url: string | null;
  sha256: string | null;
  mime: string | null;
};

/** A media id in a webhook lives 7 days and its address minutes, so everything is fetched on arrival. One statement for all files of a batch. */
export const queueMedia = async (
  tx: Tx,
  organizationId: string,
  rows: { item: MessageItem; channelId: string; recorded: Recorded | undefined }[],
): Promise<void> => {
  const jobs = rows.flatMap(({ item, channelId, recorded }): MediaJob[] =>
    item.media && recorded?.fresh && recorded.fileId
      ? [
          {
            organizationId,
            channelId,
            conversationId: recorded.conversationId,
            contactId: recorded.contactId,
            messageId: recorded.messageId,
            fileId: recorded.fileId,
            mediaId: item.media.id,
            url: item.media.url,
            sha256: item.media.sha256,
            mime: item.media.mime,
          },
        ]
      : [],
  );
  if (jobs.length === 0) return;
  await sql`select candor_enqueue('whatsapp.fetch-media', job, 'media:' || (job ->> 'fileId'), null, null, 12) from json_array_elements(${JSON.stringify(jobs)}::json) as job`.execute(
    tx,
  );
};

import { createTransport } from "nodemailer";
import type { Config } from "../config.ts";
import type { Pools } from "./db/pools.ts";
import { newId } from "./id.ts";
import type { Log } from "./log.ts";

/** `id` where the same letter may be asked for again: it is kept and sent once. */
export type Letter = { id?: string; to: string; subject: string; text: string; organizationId: string | null };

export type Mail = {
  /** Whether mail leaves this installation. Without SMTP_URL letters are kept and readable under Settings -> Outbox. */
  configured: boolean;
  /** Keeps the letter first, then sends it: a letter that did not leave can be seen with its reason. Never throws for a mail server's fault. */
  send: (letter: Letter) => Promise<void>;
};

export const createMail = (config: Config, db: Pools, log: Log): Mail => {
  const transport = config.smtpUrl ? createTransport(config.smtpUrl, { disableFileAccess: true, disableUrlAccess: true }) : null;
  return {
    configured: transport !== null,
    send: async (letter) => {
      const id = letter.id ?? newId();
      const kept = await db.system
        .insertInto("mail_outbox")
        .values({
          id,
          organization_id: letter.organizationId,
          recipient: letter.to,
          subject: letter.subject,
          body: letter.text,
          state: transport ? "queued" : "kept",
        })
        .onConflict((again) => again.column("id").doNothing())
        .returning("id")
        .executeTakeFirst();
      if (!transport || !kept) return;
      try {
        await transport.sendMail({ from: config.mailFrom, to: letter.to, subject: letter.subject, text: letter.text });
        // Sent letters carry links that open accounts: what was said does not stay.
        await db.system.updateTable("mail_outbox").set({ state: "sent", sent_at: new Date(), body: "" }).where("id", "=", id).execute();
      } catch (error) {
        log.warn({ err: error }, "a system mail was not sent");
        const reason = (error as { code?: string }).code ?? "the mail server refused it";
        await db.system.updateTable("mail_outbox").set({ state: "failed", failure: reason }).where("id", "=", id).execute();
      }
    },
  };
};

import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import type { Kernel } from "../../kernel/module.ts";
import { deviceOf, networkOf } from "./device.ts";
import { asLanguage, signInLetter } from "./letters.ts";

/**
 * A letter where somebody signs in with a browser and system that none of their other sessions has. Who has only just begun knows. The demo
 * writes to nobody.
 */
export const tellOfNewDevice = async (kernel: Kernel, userId: string, request: FastifyRequest) => {
  const device = deviceOf(request);
  const { rows } = await sql<{
    name: string;
    email: string;
    language: string;
    time_zone: string;
    known: boolean;
    others: boolean;
    demo: boolean;
  }>`
    select u.name, u.email, u.language, u.time_zone,
           (select count(*) from sessions s where s.user_id = u.id and s.device is not distinct from ${device}) > 1 as known,
           (select count(*) from sessions s where s.user_id = u.id) > 1 as others,
           not exists (select from members m join organizations o on o.id = m.organization_id where m.user_id = u.id and not o.demo) as demo
      from users u where u.id = ${userId}`.execute(kernel.db.auth);
  const person = rows[0];
  if (!person || person.known || !person.others || person.demo) return;
  const at = new Intl.DateTimeFormat(asLanguage(person.language), {
    dateStyle: "medium",
    timeStyle: "long",
    timeZone: person.time_zone,
  }).format();
  const letter = signInLetter(asLanguage(person.language), {
    name: person.name,
    device: device ?? "?",
    network: networkOf(request.ip) ?? "?",
    at,
    link: `${kernel.publicUrl()}/settings/security`,
  });
  await kernel.mail.send({ to: person.email, ...letter, organizationId: null });
};

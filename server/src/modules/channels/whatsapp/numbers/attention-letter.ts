import { z } from "zod";
import type { Tx } from "../../../../kernel/db/pools.ts";
import type { Failure } from "../../../../kernel/deliveries.ts";
import { enqueue } from "../../../../kernel/jobs.ts";
import type { Kernel } from "../../../../kernel/module.ts";
import { permissionsOf } from "../../../accounts/index.ts";

const Told = z.object({
  organizationId: z.uuid(),
  channelId: z.uuid(),
  code: z.string(),
  message: z.string(),
  right: z.string().optional(),
});

/** Queued with what stopped the number: whoever is told is decided when the letter is written. */
export const tellManagers = (tx: Tx, organizationId: string, channelId: string, { code, message, right }: Failure) =>
  enqueue(tx, "whatsapp.tell-managers", { organizationId, channelId, code, message, ...(right ? { right } : {}) }, { attempts: 3 });

/** One letter to each member who may manage channels, in the member's language. A number that sends again by now needs none. */
export const writeToManagers = async (kernel: Kernel, payload: Record<string, unknown>): Promise<void> => {
  const told = Told.parse(payload);
  const { system } = kernel.db;
  const channel = await system
    .selectFrom("channels")
    .select(["name", "state"])
    .where("organization_id", "=", told.organizationId)
    .where("id", "=", told.channelId)
    .executeTakeFirst();
  if (channel?.state !== "attention") return;
  const members = await system
    .selectFrom("members")
    .select(["user_id", "email", "name", "role"])
    .where("organization_id", "=", told.organizationId)
    .where("deactivated_at", "is", null)
    .execute();
  const managers = members.filter((member) =>
    permissionsOf(kernel, member.role as Parameters<typeof permissionsOf>[1]).has("channels.manage"),
  );
  if (managers.length === 0) return;
  const speak = new Map(
    (
      await kernel.db.auth
        .selectFrom("users")
        .select(["id", "language"])
        .where(
          "id",
          "in",
          managers.map((member) => member.user_id),
        )
        .execute()
    ).map((user) => [user.id, user.language]),
  );
  const link = `${kernel.publicUrl()}/settings/channels/${told.channelId}`;
  for (const member of managers) {
    const letter = letters[speak.get(member.user_id) === "ar" ? "ar" : "en"]({ ...told, to: member.name, channel: channel.name, link });
    await kernel.mail.send({ to: member.email, ...letter, organizationId: told.organizationId });
  }
};

type Facts = z.output<typeof Told> & { to: string; channel: string; link: string };
type Letter = (facts: Facts) => { subject: string; text: string };

const todo: Record<string, { en: string; ar: string }> = {
  token_invalid: {
    en: "WhatsApp no longer accepts the number's access token. Make a new one in Meta's Business settings and enter it here:",
    ar: "لم يعد واتساب يقبل رمز الوصول لهذا الرقم. أنشئ رمزًا جديدًا في إعدادات الأعمال لدى Meta وأدخله هنا:",
  },
  permission_missing: {
    en: "The access token lacks the right {right}. Give it to the system user in Meta's Business settings, then check the number here:",
    ar: "ينقص رمز الوصول الإذن {right}. امنحه لمستخدم النظام في إعدادات الأعمال لدى Meta ثم افحص الرقم هنا:",
  },
  spam_limited: {
    en: "WhatsApp limits this number because people blocked or reported its messages. Look at its quality in WhatsApp Manager, and send less until it has recovered:",
    ar: "يقيّد واتساب هذا الرقم لأن أشخاصًا حظروا رسائله أو أبلغوا عنها. راجع جودته في مدير واتساب وقلّل الإرسال حتى يتعافى:",
  },
  misclassified_templates: {
    en: "WhatsApp limits the account because templates were put into the wrong category. Correct them in WhatsApp Manager:",
    ar: "يقيّد واتساب الحساب لأن قوالب وُضعت في فئة خاطئة. صحّحها في مدير واتساب:",
  },
  account_blocked: {
    en: "WhatsApp has locked or blocked the account. WhatsApp Manager says why, and how to ask for a review:",
    ar: "أغلق واتساب الحساب أو حظره. يذكر مدير واتساب السبب وكيفية طلب المراجعة:",
  },
  display_name_missing: {
    en: "The number's display name is not approved. Ask for approval of one in WhatsApp Manager:",
    ar: "لم يُعتمد الاسم المعروض للرقم. اطلب اعتماده في مدير واتساب:",
  },
  payment_problem: {
    en: "There is a problem with the account's payment method. Correct it in WhatsApp Manager:",
    ar: "هناك مشكلة في وسيلة الدفع للحساب. صحّحها في مدير واتساب:",
  },
  not_registered: {
    en: "The number is not registered for the API. Register it in WhatsApp Manager, then check it here:",
    ar: "الرقم غير مسجّل للواجهة البرمجية. سجّله في مدير واتساب ثم افحصه هنا:",
  },
};

const letters: Record<"en" | "ar", Letter> = {
  en: ({ to, channel, code, message, right, link }) => ({
    subject: `${channel} cannot send at the moment`,
    text: `Hello ${to},\n\n${channel} has stopped sending. ${(todo[code]?.en ?? `${message} See here:`).replace("{right}", right ?? "")}\n\n${link}\n\nNothing is lost: messages still arrive, and what your team writes waits and goes out in order as soon as the number sends again.\n`,
  }),
  ar: ({ to, channel, code, message, right, link }) => ({
    subject: `تعذّر الإرسال من ${channel} حاليًا`,
    text: `مرحبًا ${to}،\n\nتوقف الإرسال من ${channel}. ${(todo[code]?.ar ?? `${message} راجع هنا:`).replace("{right}", right ?? "")}\n\n${link}\n\nلم يضع شيء: ما زالت الرسائل تصل، وما يكتبه فريقك ينتظر ويُرسل بالترتيب حالما يعود الرقم إلى الإرسال.\n`,
  }),
};

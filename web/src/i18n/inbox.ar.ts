import type { Catalogue } from "./catalogue.ts";
import type { inbox as english } from "./inbox.en.ts";

export const inbox: Catalogue<typeof english> = {
  "inbox.title": "صندوق الوارد",
  "inbox.views": "عروض صندوق الوارد",
  "inbox.view_mine": "محادثاتي",
  "inbox.view_unassigned": "غير مُسندة",
  "inbox.view_open": "كل المفتوحة",
  "inbox.view_mentions": "الإشارات",
  "inbox.view_waiting": "بانتظار ردهم",
  "inbox.view_failed": "لم تُرسل",
};

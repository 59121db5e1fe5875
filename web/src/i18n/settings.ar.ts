import type { Catalogue } from "./catalogue.ts";
import type { settings as english } from "./settings.en.ts";

export const settings: Catalogue<typeof english> = {
  "settings.title": "الإعدادات",
  "settings.group_organization": "المؤسسة",
  "settings.group_talking": "التواصل",
  "settings.group_developers": "المطورون",
  "settings.group_you": "أنت",
  "settings.group_operation": "التشغيل",
  "settings.general": "عام",
  "settings.members": "الأعضاء والأدوار",
  "settings.channels": "القنوات",
  "settings.templates": "القوالب",
  "settings.labels": "التصنيفات",
  "settings.api_keys": "مفاتيح الواجهة البرمجية",
  "settings.profile": "الملف الشخصي",
  "settings.security": "الأمان",
  "settings.outbox": "البريد الصادر",
  "settings.audit": "سجل التدقيق",
};

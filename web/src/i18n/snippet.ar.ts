import type { Catalogue } from "./catalogue.ts";
import type { snippet as english } from "./snippet.en.ts";

export const snippet: Catalogue<typeof english> = {
  "snippet.consent": "الموافقة",
  "snippet.required": "تُطلب أولًا",
  "snippet.assumed": "مفترضة",
  "snippet.required_hint": 'لا يُحفظ شيء ولا يُرسل شيء حتى يستدعي شريط الموافقة لديك ‎candor.consent("granted")‎.',
  "snippet.assumed_hint": 'يبدأ فورًا حتى يُستدعى ‎candor.consent("denied")‎. تُحترم إشارتا Global Privacy Control وDo Not Track في الحالتين.',
  "snippet.version": "الإصدار",
  "snippet.pinned": "ثابت",
  "snippet.current": "الأحدث دائمًا",
  "snippet.pinned_hint": "يرفض المتصفح أي ملف غير هذا الملف وفق بصمته. ويبقى متاحًا بعد الترقيات.",
  "snippet.current_hint": "يتبع ترقيات هذا الخادم خلال دقائق، دون بصمة.",
  "snippet.head": "داخل head في كل صفحة",
  "snippet.policy": "إذا كان للموقع سياسة Content-Security-Policy فأضف",
  "snippet.size": "الإصدار {version}، حجمه {size} كيلوبايت مضغوطًا، دون أي اعتماديات.",
};

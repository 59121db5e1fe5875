import type { accounts as english } from "./accounts.en.ts";
import type { Catalogue } from "./catalogue.ts";

export const accounts: Catalogue<typeof english> = {
  "accounts.sign_in": "تسجيل الدخول",
  "accounts.sign_up": "إنشاء حساب",
  "accounts.welcome": "مرحبًا بك في كاندور",
  "accounts.forgot": "هل نسيت كلمة المرور؟",
  "accounts.reset": "اختر كلمة مرور جديدة",
  "accounts.invitation": "دعوة",
  "accounts.verify_email": "تأكيد بريدك الإلكتروني",
};

export const languages = ["en", "ar"] as const;
export type Language = (typeof languages)[number];

/** `ar-EG` and `AR` are Arabic; whatever we do not speak is English. */
export const asLanguage = (tag: string | null | undefined): Language => (tag?.toLowerCase().split(/[-_]/)[0] === "ar" ? "ar" : "en");

type Text = { subject: string; text: string };

export const verificationLetter = (language: Language, to: { name: string; link: string }): Text =>
  language === "ar"
    ? {
        subject: "أكِّد عنوان بريدك الإلكتروني",
        text: `مرحبًا ${to.name}،\n\nأكِّد أن هذا العنوان عنوانك بفتح هذا الرابط:\n\n${to.link}\n\nيعمل الرابط لمدة 24 ساعة. إن لم تنشئ حسابًا في Candor فتجاهل هذه الرسالة.\n`,
      }
    : {
        subject: "Confirm your e-mail address",
        text: `Hello ${to.name},\n\nplease confirm that this address is yours by opening this link:\n\n${to.link}\n\nIt works for 24 hours. If you have not made an account in Candor, ignore this letter.\n`,
      };

export const resetLetter = (language: Language, to: { name: string; link: string }): Text =>
  language === "ar"
    ? {
        subject: "اختر كلمة مرور جديدة",
        text: `مرحبًا ${to.name}،\n\nطلب أحدهم كلمة مرور جديدة لحسابك في Candor. إن كنت أنت فاختر واحدة هنا:\n\n${to.link}\n\nيعمل الرابط مرة واحدة ولمدة ساعة. إن لم تكن أنت فتجاهل هذه الرسالة، ولن يتغير شيء.\n`,
      }
    : {
        subject: "Choose a new password",
        text: `Hello ${to.name},\n\nsomebody asked for a new password for your Candor account. If that was you, choose one here:\n\n${to.link}\n\nThe link works once, for one hour. If it was not you, ignore this letter: nothing changes.\n`,
      };

export const invitationLetter = (language: Language, to: { organization: string; by: string; link: string }): Text =>
  language === "ar"
    ? {
        subject: `دعوة إلى ${to.organization}`,
        text: `مرحبًا،\n\nدعاك ${to.by} إلى فريق ${to.organization} في Candor. اقبل الدعوة هنا:\n\n${to.link}\n\nتعمل الدعوة لمدة 7 أيام.\n`,
      }
    : {
        subject: `You are invited to ${to.organization}`,
        text: `Hello,\n\n${to.by} invites you to the team of ${to.organization} in Candor. Accept here:\n\n${to.link}\n\nThe invitation works for 7 days.\n`,
      };

export const signInLetter = (language: Language, to: { name: string; device: string; network: string; at: string; link: string }): Text =>
  language === "ar"
    ? {
        subject: "تسجيل دخول جديد إلى حسابك",
        text: `مرحبًا ${to.name}،\n\nسُجِّل الدخول إلى حسابك في Candor من متصفح لم نره من قبل:\n\n${to.device}\n${to.network}\n${to.at}\n\nإن كنت أنت فلا حاجة لفعل شيء. وإن لم تكن أنت فأنهِ الجلسة وغيّر كلمة المرور هنا:\n\n${to.link}\n`,
      }
    : {
        subject: "New sign-in to your account",
        text: `Hello ${to.name},\n\nsomebody signed in to your Candor account from a browser not seen before:\n\n${to.device}\n${to.network}\n${to.at}\n\nIf that was you, there is nothing to do. If not, end the session and change your password here:\n\n${to.link}\n`,
      };

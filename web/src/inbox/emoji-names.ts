/** What each emoji is looked for by: an emoji, its words in English and in Arabic, one a line. Loaded with the picker only. */
const names = `
😀 grin smile happy ابتسامة سعيد
😃 smile happy joy ابتسامة سعيد
😄 laugh smile happy ضحك سعيد
😁 beam grin teeth ابتسامة أسنان
😅 sweat relief phew عرق ارتياح
😂 joy tears laugh دموع ضحك
🤣 rolling laugh rofl ضحك
😊 blush smile warm خجل ابتسامة
🙂 slight smile ابتسامة
😉 wink غمزة
😍 heart eyes love حب عيون قلب
🥰 hearts love adore حب قلوب
😘 kiss قبلة
😋 yum tasty delicious لذيذ
😎 cool sunglasses نظارة رائع
🤩 star eyes wow نجوم انبهار
🥳 party celebrate حفلة احتفال
🤗 hug حضن عناق
🤔 think hmm تفكير
🤭 giggle oops ضحكة خفيفة
😌 relieved calm هدوء راحة
😴 sleep tired نوم
😮 surprise wow open mouth دهشة
😯 hushed surprise دهشة صمت
😳 flushed embarrassed خجل إحراج
🥺 please plead رجاء توسل
😢 cry sad tear بكاء حزن
😭 sob cry loud بكاء
😞 disappointed sad خيبة حزن
😔 pensive sad حزن
😕 confused unsure حيرة
🙁 frown sad عبوس
😟 worried قلق
😬 grimace awkward حرج
🙄 eye roll تدوير العينين
😤 steam huff غضب
😡 angry mad غضب
🤯 mind blown ذهول
😱 scream fear صراخ خوف
🤒 sick ill fever مرض حمى
🤕 hurt bandage إصابة
🤝 handshake deal agree مصافحة اتفاق
👍 thumbs up yes good ok like إعجاب نعم جيد
👎 thumbs down no bad رفض لا سيئ
👌 ok perfect تمام
🙏 thanks please pray شكرا رجاء دعاء
👏 clap applause bravo تصفيق
🙌 raised hands hooray مرحى
💪 strong muscle قوة عضلة
✌️ victory peace سلام نصر
🤞 fingers crossed luck حظ
👋 wave hello bye مرحبا وداعا تلويح
🤙 call me اتصل
👉 point right يمين إشارة
👈 point left يسار إشارة
👆 point up أعلى إشارة
👇 point down أسفل إشارة
☝️ one up واحد إشارة
✋ stop hand قف يد
🫶 heart hands حب يدان
❤️ red heart love قلب أحمر حب
🧡 orange heart قلب برتقالي
💛 yellow heart قلب أصفر
💚 green heart قلب أخضر
💙 blue heart قلب أزرق
💜 purple heart قلب بنفسجي
🖤 black heart قلب أسود
🤍 white heart قلب أبيض
💔 broken heart قلب مكسور
💯 hundred perfect score مئة كامل
✨ sparkles new بريق جديد
🔥 fire hot نار
⭐ star نجمة
🌟 glowing star نجمة لامعة
🎉 party tada celebrate احتفال
🎊 confetti احتفال
🎁 gift present هدية
🎂 cake birthday كعكة عيد ميلاد
🎈 balloon بالون
💐 bouquet flowers باقة زهور
🌹 rose flower وردة
🌷 tulip flower توليب زهرة
🌻 sunflower عباد الشمس زهرة
🌿 herb leaf green عشب ورقة
☕ coffee hot قهوة
🍵 tea شاي
🥐 croissant كرواسون
🍞 bread خبز
🍰 cake slice كعكة
🍪 cookie بسكويت
🍫 chocolate شوكولاتة
🍕 pizza بيتزا
🥗 salad سلطة
🍎 apple تفاحة
🍓 strawberry فراولة
🍷 wine نبيذ
🍺 beer جعة
🛒 cart shopping عربة تسوق
🛍️ bags shopping أكياس تسوق
📦 package parcel box طرد صندوق
🚚 truck delivery شاحنة توصيل
🚲 bicycle bike دراجة
✈️ plane flight طائرة
🏠 house home بيت
🏪 shop store متجر
📍 pin place location موقع مكان
🗺️ map خريطة
📅 calendar date تقويم تاريخ
⏰ alarm clock منبه وقت
⏳ hourglass wait انتظار ساعة رملية
📞 phone call هاتف اتصال
📱 mobile phone جوال
💻 laptop computer حاسوب
📧 email mail بريد
✉️ envelope letter رسالة ظرف
📄 page document مستند صفحة
📎 paperclip attach مشبك مرفق
🧾 receipt bill إيصال فاتورة
💳 card credit pay بطاقة دفع
💶 euro money يورو مال
💵 dollar money دولار مال
🔑 key مفتاح
🔒 lock secure قفل أمان
💡 idea light bulb فكرة مصباح
🔧 wrench fix tool إصلاح أداة
🧰 toolbox أدوات
✅ check done yes تم صح
☑️ checked box تم
✔️ check mark صح
❌ cross no wrong خطأ لا
⚠️ warning careful تحذير
❗ exclamation important مهم تعجب
❓ question سؤال
ℹ️ info معلومات
🔔 bell notify جرس تنبيه
🔕 muted bell صامت
➡️ right arrow سهم يمين
⬅️ left arrow سهم يسار
⬆️ up arrow سهم أعلى
⬇️ down arrow سهم أسفل
🔄 again refresh repeat إعادة تحديث
➕ plus add زائد
➖ minus less ناقص
1️⃣ one first واحد
2️⃣ two second اثنان
3️⃣ three third ثلاثة
🆕 new جديد
🆗 ok موافق
🟢 green circle أخضر
🟡 yellow circle أصفر
🔴 red circle أحمر
🔵 blue circle أزرق
⚪ white circle أبيض
⚫ black circle أسود
☀️ sun sunny weather شمس طقس
🌤️ partly cloudy weather غائم طقس
🌧️ rain weather مطر طقس
❄️ snow cold ثلج برد
🌈 rainbow قوس قزح
🌙 moon night قمر ليل
🐶 dog كلب
🐱 cat قطة
🐰 rabbit أرنب
🦋 butterfly فراشة
🐝 bee نحلة
🌍 earth world عالم أرض
🏆 trophy win كأس فوز
⚽ football soccer كرة قدم
`;

const known = names
  .trim()
  .split("\n")
  .map((line) => {
    const [emoji = "", ...words] = line.split(" ");
    return { emoji, words: words.join(" ") };
  });

/** Those of which every word that was typed begins a word. */
export function findEmoji(query: string): string[] {
  const wanted = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return known.filter(({ words }) => wanted.every((want) => ` ${words}`.includes(` ${want}`))).map(({ emoji }) => emoji);
}

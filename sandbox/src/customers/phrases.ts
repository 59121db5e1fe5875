export type Language = "en" | "es" | "pt" | "fr" | "de" | "ar" | "ja";
export type Mood = "opener" | "price" | "thanks" | "order" | "photo" | "agree" | "chat" | "sorry" | "hello";

/** What people say, by language and mood. Short on purpose: a sandbox, not a novel. */
export const phrases: Record<Language, Record<Mood, string[]>> = {
  en: {
    opener: [
      "Hi! Is the Harbour blend back in stock?",
      "Do you grind for moka pots?",
      "Hello, could I change the address of my order?",
      "Morning! What would you recommend for filter coffee?",
      "Are you open this Sunday?",
    ],
    price: ["That works for me.", "A bit more than I hoped, is there a smaller bag?", "Great, I'll take two."],
    thanks: ["You're welcome!", "😊", "Cheers, have a lovely day"],
    order: ["Perfect, when will it arrive?", "Brilliant, thank you!", "Can you add 100 filters to it?"],
    photo: ["Here it is", "Does this help?", "This is what it looks like"],
    agree: ["Yes please", "Sounds good 👍", "Perfect, go ahead", "OK!"],
    chat: ["Let me check and come back to you.", "Thanks for the quick answer!", "Good to know.", "Is that also true for decaf?"],
    sorry: ["No worries at all", "These things happen, thanks for telling me."],
    hello: ["Hello!", "Hi, thanks for getting back to me"],
  },
  es: {
    opener: ["Hola, ¿tenéis café descafeinado?", "Buenas, ¿hacéis envíos a España?"],
    price: ["Me parece bien.", "¿Hay una bolsa más pequeña?"],
    thanks: ["¡De nada!", "A ti 😊"],
    order: ["Perfecto, ¿cuándo llega?", "¡Genial, muchas gracias!"],
    photo: ["Aquí está la foto", "Así se ve"],
    agree: ["Sí, por favor", "Vale, perfecto"],
    chat: ["Lo miro y te digo.", "Gracias por responder tan rápido.", "Entendido."],
    sorry: ["No pasa nada", "Gracias por avisar."],
    hello: ["¡Hola!", "Hola, gracias por escribir"],
  },
  pt: {
    opener: ["Oi! Vocês moem para cafeteira italiana?", "Bom dia, o blend da casa está disponível?"],
    price: ["Ótimo, quero dois.", "Tem um pacote menor?"],
    thanks: ["De nada!", "Imagina 😊"],
    order: ["Perfeito, quando chega?", "Maravilha, obrigada!"],
    photo: ["Segue a foto", "Está assim"],
    agree: ["Sim, por favor", "Pode ser!"],
    chat: ["Vou ver e te aviso.", "Obrigada pela resposta rápida!", "Entendi."],
    sorry: ["Sem problema", "Acontece, obrigada por avisar."],
    hello: ["Olá!", "Oi, obrigada pelo retorno"],
  },
  fr: {
    opener: ["Bonjour, avez-vous du café en grains pour expresso ?", "Bonjour ! Livrez-vous à Lyon ?"],
    price: ["Très bien pour moi.", "Vous avez un plus petit format ?"],
    thanks: ["Je vous en prie !", "Avec plaisir 😊"],
    order: ["Parfait, ça arrive quand ?", "Super, merci beaucoup !"],
    photo: ["Voici la photo", "Ça ressemble à ça"],
    agree: ["Oui, s'il vous plaît", "Ça marche !"],
    chat: ["Je regarde et je reviens vers vous.", "Merci pour votre réponse rapide.", "C'est noté."],
    sorry: ["Pas de souci", "Merci de m'avoir prévenu."],
    hello: ["Bonjour !", "Bonjour, merci de votre retour"],
  },
  de: {
    opener: ["Hallo, ist die Hafenmischung wieder da?", "Guten Morgen! Mahlt ihr auch für die French Press?"],
    price: ["Passt für mich.", "Gibt es auch eine kleinere Tüte?"],
    thanks: ["Gern geschehen!", "Danke euch 😊"],
    order: ["Super, wann kommt es an?", "Perfekt, vielen Dank!"],
    photo: ["Hier das Foto", "So sieht es aus"],
    agree: ["Ja, bitte", "Klingt gut 👍"],
    chat: ["Ich schaue nach und melde mich.", "Danke für die schnelle Antwort!", "Gut zu wissen."],
    sorry: ["Kein Problem", "Kann passieren, danke für die Nachricht."],
    hello: ["Hallo!", "Hallo, danke für die Rückmeldung"],
  },
  ar: {
    opener: ["مرحبا، هل يتوفر لديكم بن عربي؟", "السلام عليكم، كم تستغرق مدة التوصيل؟"],
    price: ["مناسب، شكرا.", "هل يوجد كيس أصغر؟"],
    thanks: ["عفوا!", "على الرحب والسعة 😊"],
    order: ["ممتاز، متى يصل؟", "رائع، شكرا جزيلا!"],
    photo: ["هذه هي الصورة", "هكذا يبدو"],
    agree: ["نعم من فضلك", "تمام 👍"],
    chat: ["سأتأكد وأعود إليكم.", "شكرا على الرد السريع.", "فهمت."],
    sorry: ["لا بأس", "شكرا لإخباري."],
    hello: ["أهلا!", "مرحبا، شكرا على التواصل"],
  },
  ja: {
    opener: ["こんにちは。浅煎りの豆はありますか?", "日本まで送ってもらえますか?"],
    price: ["それでお願いします。", "もう少し小さい袋はありますか?"],
    thanks: ["どういたしまして!", "こちらこそ😊"],
    order: ["ありがとうございます。いつ届きますか?", "助かります!"],
    photo: ["写真を送ります", "こんな感じです"],
    agree: ["はい、お願いします", "了解です👍"],
    chat: ["確認してまたご連絡します。", "早いお返事ありがとうございます。", "わかりました。"],
    sorry: ["大丈夫ですよ", "ご連絡ありがとうございます。"],
    hello: ["こんにちは!", "ご連絡ありがとうございます"],
  },
};

/** What in the shop's words sets which mood; the first that fits. */
const cues: [Mood, RegExp][] = [
  ["sorry", /\b(sorry|apolog|lo siento|desculp|désolé|entschuldig|leider)/i],
  ["photo", /\b(photo|picture|image|foto|bild)\b|صورة|写真/i],
  ["price", /\b(price|cost|costs|£|€|\$|precio|preço|prix|preis)\b|[£€$]\s?\d|سعر|円/i],
  ["order", /\b(order|deliver|shipped|parcel|pedido|commande|bestellung|envío)/i],
  ["thanks", /\b(thanks|thank you|gracias|obrigad|merci|danke)|شكرا|ありがとう/i],
  ["agree", /\?\s*$|؟|\b(shall|would you like|confirm)\b/i],
  ["hello", /^(hi|hello|hey|good (morning|afternoon)|hola|olá|bonjour|hallo)\b/i],
];

export const moodOf = (text: string): Mood => cues.find(([, cue]) => cue.test(text))?.[0] ?? "chat";

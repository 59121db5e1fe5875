import { photo, react, reorder, talk, them, us } from "./steps.ts";

const hour = 60;
const day = 24 * hour;

/** Short talks, and some that wait for an answer. */
export const shortTalks = () => [
  talk("Marta Kowalska", 12, them(0, "Hi! Can I still change the grind on my order from this morning?")),
  talk(
    "田中 陽子",
    22 * hour,
    them(0, "こんにちは。贈り物用の包装はできますか?"),
    us(30, "こんにちは、陽子さん。はい、無料でお包みします。"),
    them(5, "ありがとうございます😊"),
  ),
  talk("Fatima Zahra El Amrani", 28, them(0, "Bonjour, votre café est-il certifié bio ?"), them(1, "Et équitable ?")),
  talk(
    "Thảo Nguyễn",
    2 * day,
    them(0, photo("latte", "First heart that looks like a heart!")),
    us(8, "Thảo, that's beautiful! May we show it on our page?"),
    them(2, "Of course 🥰", 1),
  ),
  talk("Søren Østergaard", 5 * day, us(0, reorder("Søren", "Yirgacheffe")), them(30, "STOP")),
  talk(
    "Liam Walker",
    13 * hour,
    them(0, {
      type: "text",
      text: { body: "Everyone keeps sending me this, is it real?" },
      context: { forwarded: true, frequently_forwarded: true },
    }),
    us(2 * hour, "Hi Liam! It isn't: we never ask for card numbers here."),
    them(4, react("😮"), 1),
  ),
  talk(
    "Giulia Rossi",
    55,
    them(0, "Ciao, I follow you since the festival. Is the Kenyan still there?"),
    us(4, "Ciao Giulia! Eight bags left."),
    them(2, {
      type: "text",
      text: { body: "One of these please" },
      context: { referred_product: { catalog_id: "500000000000001", product_retailer_id: "KENYA-250G" } },
    }),
  ),
  talk("Yusuf Demir", 8, them(0, "Is the shop open now?"), them(1, "I'm at the door 😅")),
  talk(
    "ليلى منصور",
    31 * hour,
    them(0, "مرحبا، هل القهوة مطحونة أم حبوب؟"),
    us(20, "مرحبا ليلى! كما تحبين، نطحنها مجانا."),
    them(3, "حبوب من فضلك ☕"),
  ),
  talk("Isla Fraser", 70, them(0, "How much is shipping to Skye?"), us(5, "£4.20, Isla, two days."), them(1, "ta")),
];

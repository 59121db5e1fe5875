import { unsupported } from "../webhooks/message.ts";
import { edited, filled, photo, react, revoked, shipped, talk, tapped, them, us, voice } from "./steps.ts";

const hour = 60;
const day = 24 * hour;

/** People whom something troubles. */
export const helpTalks = () => [
  talk(
    "Zoë van den Berg",
    95,
    them(0, "Hi, my parcel came today but the bag is torn"),
    them(1, photo("torn_bag", "The bag arrived torn")),
    us(6, "Oh no, I'm sorry Zoë! We'll send a new bag today, no charge."),
    them(2, "That's very kind, thank you!"),
    us(3, "Could you tell us whether the box was dented as well?", 1),
    them(5, photo("parcel", "A little on this corner"), 4),
    us(4, "Thank you, that helps with the carrier."),
  ),
  talk(
    "Tom Pritchard",
    30 * hour,
    us(0, shipped("Tom", "1019")),
    them(25 * hour, "Not here yet?"),
    us(10, "Sorry Tom, the van broke down. It comes tomorrow before noon."),
    them(4, react("👍"), 2),
  ),
  talk(
    "Kateřina Dvořáková",
    7 * hour,
    them(0, { type: "video", video: { sample: "clip", caption: "The grinder makes this sound, is that normal?" } }),
    us(12, "Hello Kateřina, that sounds like a loose burr. Have you cleaned it lately?"),
    them(5, "No... where do I start?"),
    us(4, {
      type: "image",
      image: { sample: "moka", caption: "Unscrew the top part as in this picture, then brush the ring." },
    }),
    them(30, "It works again! You are wonderful"),
    them(1, { type: "sticker", sticker: { animated: true } }),
  ),
  talk(
    "Mei Tanaka",
    150,
    them(0, "Do you ship to Hobart? I am moving there from Osaka"),
    us(9, "Hello Mei! We do, nine days or so."),
    them(6, "ありがとうございます。浅煎りはありますか?"),
    us(5, "Yes: our Yirgacheffe is a light roast, floral with lemon."),
    them(3, "すてき! I'll write again when I have the address"),
  ),
  talk(
    "أحمد الفارسي",
    11 * hour,
    them(0, "السلام عليكم، هل لديكم بن بالهيل؟"),
    us(15, "وعليكم السلام أحمد! نعم، لدينا خلطة بالهيل 250 غرام بسعر £9."),
    them(4, "ممتاز، كم يستغرق التوصيل إلى ليدز؟"),
    us(3, "يومان."),
    them(2, "شكرا جزيلا 🙏"),
  ),
  talk(
    "Jürgen Weiß",
    2 * day,
    them(0, "Rechnung für Bestellung 988 fehlt noch."),
    us(18, "Guten Tag Herr Weiß, entschuldigen Sie! Hier ist sie."),
    us(1, { type: "document", document: { sample: "invoice", filename: "invoice-0988.pdf", caption: "Rechnung 988" } }),
    them(9, "Danke."),
  ),
  talk(
    "Hannah Cohen",
    6 * day,
    them(0, "Hey, how did the tasting on Saturday work, can anyone come?"),
    us(20, "Anyone! 11:00, six coffees, £5. Afterwards we'd love to hear how it was."),
    them(2 * hour, filled({ flow_token: "demo-flow-token-1", screen_0_rating: "5", screen_0_comment: "The Kenyan one!!" }), 1),
    us(5, "So glad you liked it!"),
  ),
  talk(
    "Olga Petrova",
    4 * hour,
    them(0, "wrong chat, sorry"),
    them(1, revoked, 0),
    them(2, "Hello! What I meant to ask: is your decaf made with water or solvent?"),
    us(8, "Hello Olga! Swiss water process, no solvents."),
    them(3, react("🙏"), 3),
  ),
  talk(
    "Emre Yılmaz",
    40,
    them(0, unsupported("poll")),
    them(2, "I sent a poll, which one would you choose for ibrik?"),
    us(5, "The poll did not come through, but for ibrik: the dark Sumatra, ground to dust."),
    them(3, "Teşekkürler!"),
  ),
  talk(
    "Oisín Ó Briain",
    9 * hour,
    them(0, unsupported("coexistence")),
    us(14, "Hi Oisín, your message can only be read on our phone at the shop. Could you write it here again?"),
    them(6, "Of course: are you open on the bank holiday?"),
    us(2, "From 10 to 14!"),
    them(1, edited("Of course: are you open on the bank holiday Monday?"), 2),
  ),
  talk(
    "Sibusiso Dlamini",
    5 * day,
    them(0, "Sawubona! I have a new number soon, will my points stay?"),
    us(11, "They will, they belong to you and not to the number."),
    them(3 * hour, {
      type: "system",
      system: {
        type: "user_changed_number",
        body: "User Sibusiso Dlamini changed from 447700900289 to 447700900990",
        wa_id: "447700900990",
      },
    }),
  ),
  talk(
    "Gwen Parry",
    16 * hour,
    them(0, "I'd like my money back for order 1007 please, it tasted stale"),
    us(25, "I'm sorry, Gwen. Would you rather have a refund or a fresh bag?"),
    them(3, tapped("refund:1007", "Refund"), 1),
    us(6, "Done, £12.50 is on its way back to your card."),
    them(10, voice),
  ),
];

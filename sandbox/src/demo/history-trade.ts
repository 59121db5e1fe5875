import { basket, photo, react, reorder, shipped, slot, talk, them, us, voice } from "./steps.ts";

const hour = 60;
const day = 24 * hour;

/** Cafés and shops that buy by the crate. */
export const tradeTalks = () => [
  talk(
    "Noor Haddad",
    3 * day,
    them(0, "Good morning, this is Noor of Example Traders. Could you send the wholesale list?"),
    us(15, {
      type: "document",
      document: {
        sample: "price_list",
        filename: "fernhill-wholesale.pdf",
        caption: "Valid until the end of the year",
      },
    }),
    them(
      4 * hour,
      {
        type: "document",
        document: { sample: "purchase_order", filename: "PO-0042.pdf", caption: "Purchase order attached" },
      },
      1,
    ),
    us(20, "Thank you Noor, confirmed: 12 kg Harbour blend, 4 packs of filters. Delivery on Tuesday."),
    them(6, {
      type: "contacts",
      contacts: [
        {
          name: { first_name: "Sam", last_name: "Haddad", formatted_name: "Sam Haddad" },
          phones: [{ phone: "+44 7700 900789", wa_id: "447700900789", type: "WORK" }],
          emails: [{ email: "sam@example.com", type: "WORK" }],
          org: { company: "Example Traders", title: "Warehouse" },
        },
      ],
    }),
    them(1, "Sam takes deliveries from now on"),
    us(5, "Noted, thanks!"),
  ),
  talk(
    "Ravi Krishnan",
    28 * hour,
    them(0, "We open our second café in May. What would 30 kg a month cost?"),
    us(30, "Congratulations, Ravi! From 25 kg it is £18.90 a kilo, with the machine serviced twice a year."),
    them(20, "And on 60 days' payment?"),
    us(45, "30 days we can do. Shall we talk it through on the phone tomorrow?"),
    them(2, "10 am works", 3),
  ),
  talk(
    "Café Lumière",
    2 * day,
    them(0, basket("Livraison avant 9 h svp", ["HOUSE-6KG", 2, 126], ["DECAF-6KG", 1, 132])),
    us(12, "Bonjour ! Bien reçu : £384.00, livraison mercredi avant 9 h."),
    them(3, "Parfait, merci"),
    us(day, slot("Wednesday before 9")),
    them(14, { type: "button", button: { text: "Yes", payload: "Yes" } }, 3),
  ),
  talk(
    "The Corner Deli",
    10 * hour,
    them(0, "Shelf's nearly empty, look"),
    them(1, photo("shop")),
    us(4, "We'll fill it! The usual 24 bags?"),
    them(2, "Make it 30, the Christmas lot are early"),
    us(3, "30 it is, tomorrow with the first van."),
    them(1, react("🎄"), 4),
  ),
  talk(
    "Harbour Street Bakery",
    6 * day,
    us(0, reorder("team", "House espresso 6 kg")),
    them(90, { type: "button", button: { text: "Not this month", payload: "Not this month" } }, 0),
    us(10, "All right, we'll ask again in four weeks."),
  ),
  talk(
    "Matteo Conti",
    18 * hour,
    them(0, "Ciao! The espresso runs too fast since Monday"),
    them(2, { type: "video", video: { sample: "clip", caption: "14 seconds..." } }),
    us(10, "Ciao Matteo, go two steps finer, the new crop is less dense."),
    them(25, photo("cup", "26 seconds, bellissimo")),
    us(2, "That's the one!", 3),
  ),
  talk(
    "Kwame Mensah",
    4 * day,
    them(0, "Do you roast to order? I import green beans from Ghana"),
    them(1, photo("green_beans", "20 kg of these")),
    us(40, "We do, from 10 kg, £6 a kilo. Bring a sample and we'll find the profile together."),
    them(5, voice),
    us(12, "Tuesday at 3 pm is good. See you then!"),
  ),
  talk(
    "Dmytro Shevchenko",
    32 * hour,
    us(0, shipped("Dmytro", "1038")),
    them(3 * hour, "Received, all perfect. Can I have a standing order every 14 days?"),
    us(15, "Of course. Every second Monday, starting with the next?"),
    them(4, "Yes, thank you"),
  ),
  talk(
    "Café Lumière",
    35,
    them(0, "Encore une question : avez-vous des gobelets compostables ?"),
    us(6, "Oui, en 240 ml, £38 les 500."),
    them(3, "Super, on en prend 1000 avec la prochaine livraison"),
  ),
];

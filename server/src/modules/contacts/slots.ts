const texts = [
  ...["t01", "t02", "t03", "t04", "t05", "t06", "t07", "t08", "t09", "t10"],
  ...["t11", "t12", "t13", "t14", "t15", "t16", "t17", "t18", "t19", "t20"],
] as TextSlot[];
const numbers = ["n01", "n02", "n03", "n04", "n05", "n06", "n07", "n08", "n09", "n10", "n11", "n12", "n13", "n14", "n15"] as const;
const dates = ["d01", "d02", "d03", "d04", "d05", "d06", "d07", "d08"] as const;
const flags = ["b01", "b02", "b03", "b04", "b05"] as const;

type Digit = "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";
type TextSlot = `t0${Digit}` | `t1${Digit | "0"}` | "t20";
export type Slot = TextSlot | (typeof numbers)[number] | (typeof dates)[number] | (typeof flags)[number];

/** Spare typed columns of a contact, which an organization's own fields are kept in; see 0032_record.sql for why. */
export const slots = { text: texts, number: numbers, date: dates, flag: flags } as const;

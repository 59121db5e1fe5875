// Loaded before the server: its clock is the machine's, moved by the milliseconds written in the file CLOCK_SHIFT names.
import { readFileSync } from "node:fs";

const RealDate = Date;
const file = process.env.CLOCK_SHIFT;
let shift = 0;
let lookAt = 0;
const shifted = () => {
  const now = RealDate.now();
  if (now >= lookAt || now < lookAt - 1000) {
    lookAt = now + 50;
    try {
      shift = Number(readFileSync(file, "utf8")) || 0;
    } catch {
      // nothing is written yet
    }
  }
  return now + shift;
};

globalThis.Date = new Proxy(RealDate, {
  construct: (_target, args, caller) =>
    Reflect.construct(RealDate, args.length === 0 ? [shifted()] : args, caller === Date ? RealDate : caller),
  apply: () => new RealDate(shifted()).toString(),
  get: (target, name) => (name === "now" ? shifted : Reflect.get(target, name)),
});

export type Strength = "short" | "weak" | "fair" | "good" | "strong";
export const shortestPassword = 10;

/** A hint, not a rule: the server asks for ten characters only. What is easy to guess about a person counts for nothing. */
export function strengthOf(password: string, known: string[] = []): Strength {
  if (password.length < shortestPassword) return "short";
  let rest = password.toLowerCase();
  for (const word of known.flatMap((each) => each.toLowerCase().split(/[\s@.]+/))) {
    if (word.length > 2) rest = rest.replaceAll(word, "");
  }
  rest = rest.replace(/(.)\1{2,}/g, "$1").replace(/password|qwerty|letmein|welcome|candor|abcdef|12345\d*/g, "");
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  const worth = new Set(rest).size + rest.length * 0.6 + kinds * 2;
  if (worth < 16) return "weak";
  if (worth < 21) return "fair";
  return worth < 27 ? "good" : "strong";
}

export type Persona = {
  /** How likely it is that no answer comes at all. */
  silence: number;
  /** That an emoji on the message is the whole answer. */
  reaction: number;
  /** That a second message follows the first. */
  second: number;
  /** That the answer quotes the message. */
  quoting: number;
  /** That the answer is or brings something else than words. */
  vivid: number;
  /** Typing time in sandbox seconds. */
  typing: [number, number];
  emoji: string[];
};

const regular: Persona = {
  silence: 0.12,
  reaction: 0.12,
  second: 0.15,
  quoting: 0.15,
  vivid: 0.12,
  typing: [3, 12],
  emoji: ["👍", "❤️", "🙏"],
};

export const personas = {
  regular,
  chatty: { ...regular, silence: 0.03, second: 0.45, vivid: 0.25, typing: [2, 6], emoji: ["❤️", "😂", "😍", "👏"] },
  brief: { ...regular, silence: 0.25, reaction: 0.4, second: 0, quoting: 0, vivid: 0.03, emoji: ["👍"] },
  visual: { ...regular, vivid: 0.6, typing: [3, 8], emoji: ["😍", "📸", "🔥"] },
  wholesale: { ...regular, silence: 0.05, reaction: 0.02, quoting: 0.4, vivid: 0.35, typing: [8, 30] },
  /** Answers everything at once with one text: for tests that want an answer they can count on. */
  eager: { ...regular, silence: 0, reaction: 0, second: 0, quoting: 0, vivid: 0, typing: [0.2, 0.5] },
  silent: { ...regular, silence: 1 },
} satisfies Record<string, Persona>;

export type PersonaName = keyof typeof personas;

export const personaOf = (name: PersonaName): Persona => personas[name];

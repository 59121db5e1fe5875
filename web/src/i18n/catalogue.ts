/** What a translation of an area has to hold: every key of the English one, each a text. */
export type Catalogue<English> = { readonly [Key in keyof English]: string };

// Stands in until `npm run generate` writes the types of docs/openapi.json here. Never edited by hand.
// biome-ignore-all lint/suspicious/noExplicitAny: replaced by the generated file
export interface paths {
  [path: string]: any;
}
export interface components {
  schemas: Record<string, any>;
}

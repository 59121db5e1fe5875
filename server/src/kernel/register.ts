import type { DB } from "./db/schema.types.ts";

/** Who a row is about. */
export type Subject = { kind: "end_customer" | "member" | "visitor"; path: string } | { kind: "none"; reason: string };
export type Protection = "clear" | "sealed" | "hashed";
export type Purpose =
  | "customer_support"
  | "direct_messaging"
  | "account_access"
  | "security"
  | "service_operation"
  | "web_analytics"
  | "legal_proof";
export type Basis = "contract" | "legitimate_interest" | "consent" | "legal_obligation";
/** How long: days after a column's moment, or after a parent's end, or while the parent lives. */
export type Keep = { after: string; days: number } | { with: string };

export type ColumnDeclaration =
  | { category: "none"; reason: string }
  | { category: string; protection: Protection; reason: string; subject?: "end_customer" | "member" };

export type TableDeclaration<T extends keyof DB = keyof DB> = {
  table: T;
  subject: Subject;
  purpose: Purpose;
  basis: Basis;
  keep: Keep;
  /** What erasing a person does to their rows here. */
  erase: "delete" | "anonymise" | "keep" | "none";
  /** Section of an export the rows belong to; null where an export has none, with the reason in `subject` or a column. */
  export: string | null;
  columns: Record<string, ColumnDeclaration>;
};

/** A place that is no table: files, logs, cookies, browser storage. */
export type StoreDeclaration = {
  store: string;
  holds: string;
  subject: "end_customer" | "member" | "visitor";
  categories: string[];
  purpose: Purpose;
  keep: string;
  protection: string;
};

export type RecipientDeclaration = {
  recipient: string;
  country: string;
  purpose: Purpose;
  /** Categories it may get. The outbound gate refuses any other. */
  categories: string[];
  /** Exact host names; a channel's own Graph address is allowed by `hostsFromSettings`. */
  hosts: string[];
  hostsFromSettings?: boolean;
};

/** Complete over the generated table types: a column that is not declared here does not compile. */
export const table = <T extends keyof DB>(
  name: T,
  declaration: Omit<TableDeclaration<T>, "table" | "columns"> & { columns: { [C in keyof DB[T]]-?: ColumnDeclaration } },
): TableDeclaration => ({ ...declaration, table: name, columns: declaration.columns as Record<string, ColumnDeclaration> });

/** No personal data, and why it is there. */
export const plain = (reason: string): ColumnDeclaration => ({ category: "none", reason });

/** Personal data, by fideslang category (https://ethyca.com/fideslang), with how it is protected and why so. */
export const personal = (
  category: `user.${string}` | "user",
  more: { protection: Protection; reason: string; subject?: "end_customer" | "member" },
): ColumnDeclaration => ({ category, ...more });

/** A secret of the business itself (access tokens, keys): no person's data, protected all the same. */
export const secret = (protection: "sealed" | "hashed", reason: string): ColumnDeclaration => ({
  category: "system.operations",
  protection,
  reason,
});

import type { TableDeclaration } from "../../kernel/register.ts";

export const conversationsData: TableDeclaration[] = [];

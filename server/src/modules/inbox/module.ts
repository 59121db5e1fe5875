import type { Module } from "../../kernel/module.ts";

export const inbox: Module = { name: "inbox" };

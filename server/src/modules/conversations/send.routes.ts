import type { AnyRoute } from "../../kernel/http.ts";

export const sendRoutes: AnyRoute[] = [];

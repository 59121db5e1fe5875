import { useQuery } from "@tanstack/react-query";
import { welcomeQuery } from "../api/session.ts";

/** Undefined until the server has answered: what it decides shows then. */
export const useWelcome = () => useQuery(welcomeQuery).data;

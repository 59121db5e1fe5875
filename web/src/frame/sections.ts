import {
  Activity,
  Building2,
  ChartPie,
  CircleCheckBig,
  Coins,
  Handshake,
  Inbox,
  type LucideIcon,
  SlidersHorizontal,
  Users,
} from "lucide-react";
import { useCan } from "../api/session.ts";
import type { Key } from "../i18n/index.ts";

export interface NavSection {
  to: "/inbox/$view" | "/contacts" | "/companies" | "/segments" | "/deals" | "/tasks" | "/events" | "/costs" | "/settings";
  /** Where the address begins while one is in it. */
  under: string;
  label: Key;
  icon: LucideIcon;
  /** What the role needs to see it; null for everybody. */
  permission: string | null;
  keys: string;
}

/** The parts of the product that exist, in the order of the rail. */
export const sections: NavSection[] = [
  { to: "/inbox/$view", under: "/inbox", label: "frame.inbox", icon: Inbox, permission: "inbox.read", keys: "g i" },
  {
    to: "/contacts",
    under: "/contacts",
    label: "frame.contacts",
    icon: Users,
    permission: "contacts.read",
    keys: "g c",
  },
  { to: "/companies", under: "/companies", label: "companies.title", icon: Building2, permission: "contacts.read", keys: "g o" },
  { to: "/segments", under: "/segments", label: "segments.title", icon: ChartPie, permission: "segments.read", keys: "g a" },
  { to: "/deals", under: "/deals", label: "deals.title", icon: Handshake, permission: "sales.read", keys: "g d" },
  { to: "/tasks", under: "/tasks", label: "tasks.title", icon: CircleCheckBig, permission: "sales.read", keys: "g t" },
  { to: "/events", under: "/events", label: "events.title", icon: Activity, permission: "events.read", keys: "g e" },
  { to: "/costs", under: "/costs", label: "costs.title", icon: Coins, permission: "costs.read", keys: "g m" },
  {
    to: "/settings",
    under: "/settings",
    label: "frame.settings",
    icon: SlidersHorizontal,
    permission: null,
    keys: "g s",
  },
];

export function useSections() {
  const can = useCan();
  return sections.filter((section) => section.permission === null || can(section.permission));
}

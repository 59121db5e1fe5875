import type { Principal } from "../../kernel/edge.ts";
import type { LiveEvent } from "../../kernel/live.ts";

/** First word of an event's name -> the permission to hear of it. What is not listed is heard by nobody. */
const needed: Record<string, string> = {
  message: "inbox.read",
  conversation: "inbox.read",
  note: "inbox.read",
  label: "inbox.read",
  contact: "contacts.read",
  tag: "contacts.read",
  field: "contacts.read",
  stage: "contacts.read",
  score_rule: "contacts.read",
  consent: "contacts.read",
  company: "contacts.read",
  bulk: "contacts.write",
  segment: "segments.read",
  list: "segments.read",
  deal: "sales.read",
  pipeline: "sales.read",
  task: "sales.read",
  activity: "sales.read",
  channel: "channels.read",
  template: "templates.read",
  intake: "journal.read",
  costs: "costs.read",
  member: "members.read",
  organization: "inbox.read",
};

export const mayHear = (principal: Principal, event: Pick<LiveEvent, "name" | "organizationId" | "actor">): boolean => {
  if (event.organizationId !== principal.organizationId) return false;
  // They come by the thousand when a rule changes; who looks at a segment looks again when it is built.
  if (event.name === "segment.entered" || event.name === "segment.left") return false;
  const permission = needed[event.name.split(".")[0] ?? ""];
  if (permission === undefined || !principal.permissions.has(permission)) return false;
  // What a member has read concerns their own tabs only.
  return event.name !== "conversation.read" || (principal.actor.kind === "member" && event.actor.memberId === principal.actor.memberId);
};

import {
  AtSign,
  Ban,
  CircleAlert,
  CircleCheck,
  CircleCheckBig,
  CircleDot,
  FileX,
  Flag,
  Gauge,
  GitMerge,
  Globe,
  Handshake,
  ListChecks,
  LogIn,
  LogOut,
  type LucideIcon,
  Megaphone,
  MessageSquare,
  Pencil,
  Phone,
  SmilePlus,
  Split,
  StickyNote,
  Tag,
  Trash2,
  UserPlus,
  UserRoundCheck,
  Users,
} from "lucide-react";
import { ChannelMark } from "../ui/index.ts";
import type { Entry } from "./timeline-entries.ts";

const marks: [start: string, icon: LucideIcon][] = [
  ["contact.created", UserPlus],
  ["contact.updated", Pencil],
  ["contact.identity", AtSign],
  ["contact.duplicate", Users],
  ["contact.merged", GitMerge],
  ["contact.joined", GitMerge],
  ["contact.unmerged", Split],
  ["contact.stage_changed", Flag],
  ["contact.scored", Gauge],
  ["segment.entered", LogIn],
  ["segment.left", LogOut],
  ["list.", ListChecks],
  ["campaign.", Megaphone],
  ["page.viewed", Globe],
  ["visitor.", Globe],
  ["contact.tagged", Tag],
  ["contact.note", StickyNote],
  ["conversation.assigned", UserRoundCheck],
  ["conversation.label", Tag],
  ["note.", StickyNote],
  ["conversation.closed", CircleCheck],
  ["conversation", MessageSquare],
  ["message.status", CircleAlert],
  ["message.reacted", SmilePlus],
  ["message.reaction_failed", CircleAlert],
  ["message.edited", Pencil],
  ["message.revoked", Trash2],
  ["message.media_failed", FileX],
  ["deal.", Handshake],
  ["task.", CircleCheckBig],
  ["activity.", Phone],
  ["consent.granted", CircleCheck],
  ["consent.withdrawn", Ban],
];

/** The round mark at the start of a line: the channel's own for messages, else what kind of thing it was. */
export function EntryMark({ entry }: { entry: Entry }) {
  const { name } = entry.item;
  const message = ["message.received", "message.queued", "message.recorded"].includes(name);
  const Icon = marks.find(([start]) => name.startsWith(start))?.[1] ?? CircleDot;
  return (
    <span aria-hidden className="grid size-6.5 shrink-0 place-items-center rounded-full border bg-surface-raised text-subtle">
      {message ? <ChannelMark kind="whatsapp" decorative /> : <Icon size={14} />}
    </span>
  );
}

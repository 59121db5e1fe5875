import type { Key } from "../i18n/index.ts";

export const parkedKinds: Record<string, Key> = {
  message: "channels.parked_message",
  messages: "channels.parked_messages",
  status: "channels.parked_status",
  statuses: "channels.parked_status",
  history: "channels.parked_history",
  smb_message_echoes: "channels.parked_echo",
  user_preferences: "channels.parked_preference",
};

export const parkedReasonKeys: Record<string, Key> = {
  malformed: "channels.reason_malformed",
  unknown_status: "channels.reason_unknown_status",
  unknown_preference: "channels.reason_unknown_preference",
  unknown_number: "channels.reason_unknown_number",
  unknown_account: "channels.reason_unknown_account",
  no_channel_yet: "channels.reason_no_channel_yet",
  failed: "channels.reason_failed",
};

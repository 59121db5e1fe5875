import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { SquarePen } from "lucide-react";
import { request } from "../api/client.ts";
import type { Page } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Button, ChannelMark, Menu, toastError } from "../ui/index.ts";
import { type Contact, itemsOf } from "./contact-data.ts";

interface ChannelChoice {
  id: string;
  name: string;
  state: string;
  displayPhoneNumber: string;
}

/** Starts (or goes on with) the conversation on a channel: with one channel at once, with several by choice. */
export function WriteButton({ contact, quiet }: { contact: Contact; quiet?: boolean }) {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const { data: channels } = useQuery({
    queryKey: ["channels"],
    queryFn: async ({ signal }) => itemsOf(await request<ChannelChoice[] | Page<ChannelChoice>>("GET", "/channels", { signal })),
    enabled: can("channels.read"),
  });
  const start = useMutation({
    mutationFn: (channelId: string) =>
      request<{ conversationId: string }>("POST", "/conversations", { body: { contactId: contact.id, channelId } }),
    onSuccess: ({ conversationId }) => void navigate({ to: "/inbox/$view/$conversationId", params: { view: "open", conversationId } }),
    onError: toastError,
  });
  const write = (channelId: string) => {
    const known = contact.conversations.find((conversation) => conversation.channelId === channelId);
    if (!known) return start.mutate(channelId);
    void navigate({ to: "/inbox/$view/$conversationId", params: { view: known.state, conversationId: known.id } });
  };
  const usable = channels?.filter((channel) => channel.state !== "disconnected") ?? [];
  const variant = quiet ? "secondary" : "primary";
  const icon = <SquarePen size={16} />;

  if (channels && usable.length === 0) {
    if (!can("channels.manage")) return null;
    return (
      <Button asChild variant={variant}>
        <Link to="/settings/channels/new">{t("contacts.connect_to_write")}</Link>
      </Button>
    );
  }
  if (usable.length > 1) {
    return (
      <Menu
        align="end"
        trigger={
          <Button variant={variant} icon={icon} loading={start.isPending}>
            {t("contacts.write")}
          </Button>
        }
        items={usable.map((channel) => ({
          label: channel.name,
          hint: <bdi dir="ltr">{channel.displayPhoneNumber}</bdi>,
          icon: <ChannelMark kind="whatsapp" decorative />,
          onSelect: () => write(channel.id),
        }))}
      />
    );
  }
  return (
    <Button variant={variant} icon={icon} loading={start.isPending} disabled={!usable[0]} onClick={() => usable[0] && write(usable[0].id)}>
      {t("contacts.write")}
    </Button>
  );
}

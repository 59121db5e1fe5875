import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useEffect, useState } from "react";
import { request } from "../api/client.ts";
import { useT } from "../i18n/index.ts";
import { Avatar, Button, Combobox, Dialog, ErrorNotice, Field, Select } from "../ui/index.ts";
import { contactQuery } from "./contact-data.ts";
import { refreshConversation } from "./conversation-cache.ts";
import { useChannels } from "./conversation-data.ts";
import { contactHitsQuery, mainIdentity } from "./search-data.ts";

/** `?new=1`, or `?new={contactId}` where somebody is chosen already. What follows is the thread, with its templates. */
export function NewConversation({ asked, onClose, view }: { asked: string | undefined; onClose: () => void; view: string }) {
  const t = useT();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const [contactId, setContactId] = useState<string | null>(null);
  const [channelId, setChannelId] = useState<string>();
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const wanted = useDeferredValue(query.trim());
  const hits = useQuery({ ...contactHitsQuery(wanted, 20), enabled: !!asked });
  const chosen = useQuery({ ...contactQuery(contactId ?? ""), enabled: !!contactId });
  const channels = (useChannels().data ?? []).filter((channel) => channel.state !== "disconnected");
  const channel = channelId ?? channels[0]?.id;

  useEffect(() => {
    setContactId(asked && asked !== "1" ? asked : null);
    setState({ busy: false });
  }, [asked]);

  const start = async () => {
    setState({ busy: true });
    try {
      const body = { contactId, channelId: channel };
      const { conversationId } = await request<{ conversationId: string }>("POST", "/conversations", { body });
      refreshConversation(conversationId);
      await navigate({ to: "/inbox/$view/$conversationId", params: { view, conversationId } });
    } catch (error) {
      setState({ busy: false, error });
    }
  };

  const options = (hits.data?.items ?? []).map((contact) => ({
    value: contact.id,
    label: contact.name,
    hint: <bdi dir="ltr">{mainIdentity(contact)}</bdi>,
    icon: <Avatar name={contact.name} size={24} />,
  }));
  if (contactId && chosen.data && !options.some((option) => option.value === contactId)) {
    options.unshift({ value: contactId, label: chosen.data.name, hint: <bdi />, icon: <Avatar name={chosen.data.name} size={24} /> });
  }
  return (
    <Dialog
      open={!!asked}
      onOpenChange={(open) => !open && onClose()}
      title={t("inbox.new")}
      description={t("inbox.new_text")}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="primary" disabled={!contactId || !channel} loading={state.busy} onClick={() => void start()}>
            {t("common.continue")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t("inbox.new_contact")} hint={t("inbox.new_contact_hint")}>
          <Combobox
            value={contactId}
            onChange={setContactId}
            options={options}
            onSearch={setQuery}
            searching={hits.isFetching}
            placeholder={t("inbox.new_contact_placeholder")}
          />
        </Field>
        <Field label={t("inbox.channel")}>
          <Select
            value={channel}
            onChange={setChannelId}
            options={channels.map((each) => ({ value: each.id, label: each.name, hint: each.displayPhoneNumber ?? "" }))}
            placeholder={t("inbox.no_channel")}
          />
        </Field>
        {state.error !== undefined && <ErrorNotice error={state.error} />}
      </div>
    </Dialog>
  );
}

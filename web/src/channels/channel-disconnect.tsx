import { useState } from "react";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { Button, ConfirmByName, Section, SettingRow, toast } from "../ui/index.ts";
import { type Channel, channelQuery, channelsChanged } from "./channel-data.ts";

export function ChannelDisconnect({ channel, onGone }: { channel: Channel; onGone: () => Promise<void> }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Section title={t("channels.disconnect")} danger>
      <SettingRow label={t("channels.disconnect_label")} hint={t("channels.disconnect_hint")}>
        <Button variant="danger" onClick={() => setOpen(true)}>
          {t("channels.disconnect")}
        </Button>
      </SettingRow>
      <ConfirmByName
        open={open}
        onOpenChange={setOpen}
        title={t("channels.disconnect_title", { name: channel.name })}
        description={t("channels.disconnect_text")}
        losses={[t("channels.disconnect_loss_credentials"), t("channels.disconnect_loss_sending"), t("channels.disconnect_loss_receiving")]}
        name={channel.name}
        action={t("channels.disconnect")}
        onConfirm={async () => {
          await request("DELETE", `/channels/${channel.id}`);
          toast({ title: t("channels.disconnected", { name: channel.name }) });
          await onGone();
          queryClient.removeQueries({ queryKey: channelQuery(channel.id).queryKey });
          channelsChanged();
        }}
      />
    </Section>
  );
}

import { useState } from "react";
import { request } from "../api/client.ts";
import { queryClient, useKeyset } from "../api/query.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, Section, Table, toast } from "../ui/index.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { LoadMore } from "./load-more.tsx";
import { type Invitation, invitationsKey, invitationsQuery } from "./members.ts";

/** Nothing at all while nobody is awaited. */
export function PendingInvitations() {
  const t = useT();
  const format = useFormat();
  const list = useKeyset(invitationsQuery);
  const [revoking, setRevoking] = useState<Invitation>();
  const dialog = (
    <ConfirmDialog
      subject={revoking}
      onClose={() => setRevoking(undefined)}
      title={(invitation) => t("settings.revoke_invitation_title", { email: invitation.email })}
      text={t("settings.revoke_invitation_text")}
      action={t("settings.revoke")}
      onConfirm={async (invitation) => {
        await request("DELETE", `/invitations/${invitation.id}`);
        await queryClient.invalidateQueries({ queryKey: invitationsKey });
        toast({ title: t("settings.invitation_revoked", { email: invitation.email }), tone: "success" });
      }}
    />
  );
  if (list.items.length === 0) return dialog;
  return (
    <Section title={t("settings.pending")} aside={<span className="num">{list.items.length}</span>} flush>
      <Table
        caption={t("settings.pending")}
        rows={list.items}
        rowKey={(invitation) => invitation.id}
        columns={[
          {
            key: "email",
            header: t("accounts.email"),
            cell: (invitation) => (
              <>
                <bdi className="block font-medium break-all">{invitation.email}</bdi>
                <div className="num text-12 text-subtle desk:hidden">
                  {t("settings.works_until")} {format.date(invitation.expiresAt)}
                </div>
              </>
            ),
          },
          { key: "role", header: t("settings.role"), width: "160px", cell: (invitation) => t(`settings.role_${invitation.role}`) },
          {
            key: "expires",
            header: t("settings.works_until"),
            width: "130px",
            hideOnPhone: true,
            cell: (invitation) => <span className="num text-muted">{format.date(invitation.expiresAt)}</span>,
          },
          {
            key: "actions",
            header: "",
            width: "90px",
            align: "end",
            cell: (invitation) => (
              <Button size="xs" className="phone:h-9!" onClick={() => setRevoking(invitation)}>
                {t("settings.revoke")}
              </Button>
            ),
          },
        ]}
      />
      <LoadMore list={list} />
      {dialog}
    </Section>
  );
}

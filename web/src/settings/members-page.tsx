import { Plus } from "lucide-react";
import { useState } from "react";
import { useLive } from "../api/live.ts";
import { queryClient, useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { SettingsPage, useShortcut } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Section, SkeletonRows } from "../ui/index.ts";
import { InviteSheet } from "./invite-sheet.tsx";
import { LoadMore } from "./load-more.tsx";
import { MemberTable } from "./member-table.tsx";
import { invitationsKey, membersKey, membersQuery } from "./members.ts";
import { PendingInvitations } from "./pending-invitations.tsx";
import { RoleTable } from "./role-table.tsx";

export function MembersPage() {
  const t = useT();
  const may = useCan()("members.manage");
  const [inviting, setInviting] = useState(false);
  const list = useKeyset(membersQuery);
  useShortcut("c", () => setInviting(true), { when: may, describe: t("settings.invite") });
  useLive((event) => {
    if (!event.name.startsWith("member.")) return;
    void queryClient.invalidateQueries({ queryKey: membersKey });
    void queryClient.invalidateQueries({ queryKey: invitationsKey });
  });

  return (
    <SettingsPage
      title={t("settings.members")}
      description={t("settings.members_text")}
      actions={
        may && (
          <Button variant="primary" icon={<Plus size={16} />} onClick={() => setInviting(true)}>
            {t("settings.invite")}
          </Button>
        )
      }
    >
      <Section title={t("settings.members_list")} aside={list.data && <span className="num">{list.items.length}</span>} flush>
        {list.isPending && <SkeletonRows rows={4} height={52} />}
        {list.error && (
          <div className="p-4">
            <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
          </div>
        )}
        {list.data && <MemberTable members={list.items} />}
        <LoadMore list={list} />
      </Section>
      {may && <PendingInvitations />}
      <RoleTable />
      {may && <InviteSheet open={inviting} onOpenChange={setInviting} />}
    </SettingsPage>
  );
}

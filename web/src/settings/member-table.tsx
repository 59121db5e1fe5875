import { Ellipsis, UserCheck, UserX } from "lucide-react";
import { useState } from "react";
import { inWords } from "../accounts/refusal.ts";
import { request } from "../api/client.ts";
import { patchLists, queryClient } from "../api/query.ts";
import { meQuery, type Role, useCan, useMe } from "../api/session.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Avatar, Badge, cx, IconButton, Menu, Select, Table, toast, toastError } from "../ui/index.ts";
import { DeactivateDialog } from "./deactivate-dialog.tsx";
import { type Member, membersKey, roles } from "./members.ts";

export function MemberTable({ members }: { members: Member[] }) {
  const t = useT();
  const format = useFormat();
  const { data: me } = useMe();
  const may = useCan()("members.manage");
  const [leaving, setLeaving] = useState<Member>();
  const owners = members.filter((member) => member.role === "owner" && member.active).length;
  const isOwner = me?.member.role === "owner";
  /** Only owners touch owners, and the last one stays. The server decides; this explains beforehand. */
  const mayChange = (member: Member) => may && (member.role !== "owner" || (isOwner && (owners > 1 || !member.active)));

  const change = async (member: Member, next: { role?: Role; active?: boolean }) => {
    const undo = patchLists<Member>(
      membersKey,
      (each) => each.id === member.id,
      (each) => ({ ...each, ...next }),
    );
    try {
      await request("PATCH", `/members/${member.id}`, { body: next });
      // What one may do oneself has changed with one's role.
      if (member.id === me?.member.id) await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      return true;
    } catch (error) {
      undo();
      toastError(inWords(t, error));
      return false;
    }
  };
  const changeRole = async (member: Member, role: Role) => {
    if (role === member.role || !(await change(member, { role }))) return;
    toast({
      title: t("settings.role_changed", { name: member.name, role: t(`settings.role_${role}`) }),
      tone: "success",
      action: { label: t("common.undo"), onSelect: () => void change({ ...member, role }, { role: member.role }) },
    });
  };
  const reactivate = async (member: Member) => {
    if (await change(member, { active: true })) toast({ title: t("settings.reactivated", { name: member.name }), tone: "success" });
  };

  return (
    <>
      <Table
        caption={t("settings.members_list")}
        rows={members}
        rowKey={(member) => member.id}
        columns={[
          {
            key: "name",
            header: t("accounts.name"),
            cell: (member) => (
              <div className={cx("flex items-center gap-3", !member.active && "opacity-60")}>
                <Avatar name={member.name} size={32} />
                <div className="min-w-0">
                  <div className="flex flex-wrap items-center gap-x-2">
                    <span className="font-medium">{member.name}</span>
                    {member.id === me?.member.id && <Badge>{t("settings.this_is_you")}</Badge>}
                    {!member.active && <Badge dashed>{t("settings.deactivated")}</Badge>}
                  </div>
                  <bdi className="block text-12 break-all text-subtle">{member.email}</bdi>
                </div>
              </div>
            ),
          },
          {
            key: "role",
            header: t("settings.role"),
            width: "160px",
            cell: (member) =>
              mayChange(member) && member.active ? (
                <Select
                  quiet
                  className="-ms-1.5 text-text!"
                  label={t("settings.role_of", { name: member.name })}
                  value={member.role}
                  onChange={(role) => void changeRole(member, role)}
                  options={roles.map((role) => ({
                    value: role,
                    label: t(`settings.role_${role}`),
                    hint: t(`settings.role_${role}_text`),
                    disabled: role === "owner" && !isOwner,
                  }))}
                />
              ) : (
                t(`settings.role_${member.role}`)
              ),
          },
          {
            key: "since",
            header: t("settings.member_since"),
            width: "130px",
            hideOnPhone: true,
            cell: (member) => <span className="num text-muted">{format.date(member.since)}</span>,
          },
          ...(may
            ? [
                {
                  key: "actions",
                  header: "",
                  width: "90px",
                  align: "end" as const,
                  cell: (member: Member) =>
                    mayChange(member) && (
                      <Menu
                        align="end"
                        trigger={
                          <IconButton label={t("settings.actions_for", { name: member.name })}>
                            <Ellipsis size={16} />
                          </IconButton>
                        }
                        items={[
                          member.active
                            ? {
                                label: t("settings.deactivate"),
                                icon: <UserX size={16} />,
                                danger: true,
                                onSelect: () => setLeaving(member),
                              }
                            : { label: t("settings.reactivate"), icon: <UserCheck size={16} />, onSelect: () => void reactivate(member) },
                        ]}
                      />
                    ),
                },
              ]
            : []),
        ]}
      />
      <DeactivateDialog
        member={leaving}
        self={leaving?.id === me?.member.id}
        onClose={() => setLeaving(undefined)}
        onConfirm={(member) => change(member, { active: false })}
      />
    </>
  );
}

import { Archive, Bell, Ellipsis, Inbox, Languages, Moon, Pencil, Plus, Search, Sun, Tag, Trash2, UserRound } from "lucide-react";
import { useState } from "react";
import { ApiError } from "../api/client.ts";
import { isDark, setTheme, useTheme } from "../frame/theme.ts";
import { useFormat, useLanguage } from "../i18n/index.ts";
import * as Ui from "../ui/index.ts";

/** Every component, in one page; `Both` shows the two themes beside each other. Its words are examples, not translated. */
export function GalleryPage() {
  const [both, setBoth] = useState(false);
  const [language, setLanguage] = useLanguage();
  useTheme();
  return (
    <div className="relative flex h-dvh flex-col overflow-clip">
      <Ui.PageHeader
        title="Components"
        actions={
          <>
            <Ui.Button onClick={() => setBoth(!both)} aria-pressed={both} className="phone:hidden">
              Both themes
            </Ui.Button>
            <Ui.IconButton label="Switch language" onClick={() => void setLanguage(language === "ar" ? "en" : "ar")}>
              <Languages size={16} />
            </Ui.IconButton>
            <Ui.IconButton label="Switch theme" onClick={() => setTheme(isDark() ? "light" : "dark")}>
              {isDark() ? <Sun size={16} /> : <Moon size={16} />}
            </Ui.IconButton>
          </>
        }
      />
      <main className={Ui.cx("relative grid min-h-0 flex-1 overflow-y-auto", both && "grid-cols-2")}>
        {both ? (
          <>
            <div data-theme="light">
              <Everything />
            </div>
            <div data-theme="dark">
              <Everything />
            </div>
          </>
        ) : (
          <Everything />
        )}
      </main>
    </div>
  );
}

const Everything = () => (
  <div className="mx-auto grid w-full max-w-300 grid-cols-[repeat(auto-fit,minmax(min(100%,340px),1fr))] items-start gap-5 p-6 phone:p-4">
    <Buttons />
    <Forms />
    <Choices />
    <Overlays />
    <Marks />
    <States />
    <Data />
    <Lists />
  </div>
);

const Row = ({ children }: { children: React.ReactNode }) => <div className="flex flex-wrap items-center gap-2">{children}</div>;

function Buttons() {
  return (
    <Ui.Section title="Buttons">
      <Row>
        <Ui.Button variant="primary">Send a test</Ui.Button>
        <Ui.Button>Pause sending</Ui.Button>
        <Ui.Button variant="ghost">It arrived</Ui.Button>
        <Ui.Button variant="danger" icon={<Trash2 size={14} />}>
          Delete
        </Ui.Button>
      </Row>
      <Row>
        <Ui.Button size="xs">Renew</Ui.Button>
        <Ui.Button icon={<Plus size={14} />}>Add channel</Ui.Button>
        <Ui.Button size="lg" variant="primary">
          Save
        </Ui.Button>
        <Ui.Button variant="primary" loading>
          Sending
        </Ui.Button>
        <Ui.Button disabled>Not now</Ui.Button>
      </Row>
      <Row>
        <Ui.IconButton label="Search" shortcut="mod+k">
          <Search size={16} />
        </Ui.IconButton>
        <Ui.IconButton label="Edit" size="sm">
          <Pencil size={14} />
        </Ui.IconButton>
        <Ui.IconButton label="Notify" aria-pressed>
          <Bell size={16} />
        </Ui.IconButton>
        <Ui.IconButton label="Close it" variant="secondary" shortcut="e">
          <Archive size={16} />
        </Ui.IconButton>
        <Ui.Kbd keys="mod+k" /> <Ui.Kbd keys="g i" /> <Ui.Kbd keys="?" />
      </Row>
    </Ui.Section>
  );
}

function Forms() {
  const [labels, setLabels] = useState(["vip"]);
  const [team, setTeam] = useState<"shop" | "wholesale">("shop");
  return (
    <Ui.Section
      title="Forms"
      footer={
        <>
          <Ui.SavedAt at={Date.now()} />
          <Ui.Button variant="primary">Save</Ui.Button>
        </>
      }
    >
      <Ui.Field label="Shown as" hint="Customers see this name">
        <Ui.Input defaultValue="Shop number" />
      </Ui.Field>
      <Ui.Field label="Phone number" error="This number belongs to another channel">
        <Ui.Input defaultValue="+44 20 7946 0018" dir="ltr" />
      </Ui.Field>
      <Ui.Field label="Find" optional>
        <Ui.Input icon={<Search size={14} />} placeholder="Name, number or email" />
      </Ui.Field>
      <Ui.Field label="New messages to">
        <Ui.Select
          value={team}
          onChange={setTeam}
          options={[
            { value: "shop", label: "Shop team", hint: "6 members" },
            { value: "wholesale", label: "Wholesale" },
          ]}
        />
      </Ui.Field>
      <Ui.Field label="Labels">
        <Ui.Combobox
          multiple
          value={labels}
          onChange={setLabels}
          onCreate={() => undefined}
          options={[
            { value: "vip", label: "VIP" },
            { value: "order", label: "Order issue" },
          ]}
        />
      </Ui.Field>
      <Ui.Field label="Note">
        <Ui.Textarea placeholder="Grows as you write" rows={2} />
      </Ui.Field>
    </Ui.Section>
  );
}

function Choices() {
  const [on, setOn] = useState(true);
  const [how, setHow] = useState<"all" | "mine">("all");
  const [tab, setTab] = useState<"open" | "snoozed" | "closed">("open");
  return (
    <Ui.Section title="Choices">
      <Ui.SettingRow label="Quiet hours" hint="20:00 to 08:00, their time">
        <Ui.Switch checked={on} onChange={setOn} label="Quiet hours" hideLabel />
      </Ui.SettingRow>
      <Ui.Switch checked={!on} onChange={(next) => setOn(!next)} label="Send read marks" />
      <Ui.Checkbox checked={on} onChange={setOn} label="Tell me by email" hint="At most once an hour" />
      <Ui.Checkbox checked="indeterminate" onChange={() => undefined} label="Some of them" />
      <Ui.RadioGroup
        cards
        label="Who sees it"
        value={how}
        onChange={setHow}
        options={[
          { value: "all", label: "Everybody", hint: "All members of the organization" },
          { value: "mine", label: "Only me" },
        ]}
      />
      <Ui.Segmented
        label="Kind"
        value={how}
        onChange={setHow}
        options={[
          { value: "all", label: "Reply" },
          { value: "mine", label: "Private note" },
        ]}
      />
      <Ui.Tabs
        label="State"
        className="px-0!"
        value={tab}
        onChange={setTab}
        items={[
          { value: "open", label: "Open", count: 27 },
          { value: "snoozed", label: "Snoozed", count: 2 },
          { value: "closed", label: "Closed" },
        ]}
      />
    </Ui.Section>
  );
}

function Overlays() {
  const [dialog, setDialog] = useState(false);
  const [confirm, setConfirm] = useState(false);
  const [sheet, setSheet] = useState(false);
  const items: Ui.MenuItem[] = [
    { label: "Assign", icon: <UserRound size={16} />, shortcut: "a" },
    {
      label: "Label",
      icon: <Tag size={16} />,
      items: [
        { label: "VIP", checked: true },
        { label: "Order issue", checked: false },
      ],
    },
    "separator",
    { label: "Delete", icon: <Trash2 size={16} />, danger: true, onSelect: () => setConfirm(true) },
  ];
  return (
    <Ui.Section title="What opens">
      <Row>
        <Ui.Button onClick={() => setDialog(true)}>Dialog</Ui.Button>
        <Ui.Button onClick={() => setSheet(true)}>Sheet</Ui.Button>
        <Ui.Button variant="danger" onClick={() => setConfirm(true)}>
          Dangerous
        </Ui.Button>
        <Ui.Popover label="Filter" trigger={<Ui.Button>Popover</Ui.Button>}>
          Anything goes here.
        </Ui.Popover>
        <Ui.Menu
          items={items}
          trigger={
            <Ui.IconButton label="More" variant="secondary">
              <Ellipsis size={16} />
            </Ui.IconButton>
          }
        />
        <Ui.Button onClick={() => Ui.toast({ title: "Conversation closed", action: { label: "Undo", onSelect: () => undefined } })}>
          Toast
        </Ui.Button>
        <Ui.Button
          onClick={() =>
            Ui.toastError(new ApiError(409, { code: "x", message: "The window is closed.", remedy: "Send a template instead." }))
          }
        >
          Refusal
        </Ui.Button>
      </Row>
      <Ui.ContextMenu items={items}>
        <div className="rounded-8 border border-dashed border-line-strong p-3 text-center text-subtle">Right click here</div>
      </Ui.ContextMenu>
      <Ui.Dialog
        open={dialog}
        onOpenChange={setDialog}
        title="Invite a member"
        description="They get an email with a link that works for seven days."
        footer={
          <>
            <Ui.Button size="lg" onClick={() => setDialog(false)}>
              Cancel
            </Ui.Button>
            <Ui.Button size="lg" variant="primary">
              Invite
            </Ui.Button>
          </>
        }
      >
        <Ui.Field label="Email address">
          <Ui.Input type="email" />
        </Ui.Field>
      </Ui.Dialog>
      <Ui.ConfirmByName
        open={confirm}
        onOpenChange={setConfirm}
        title="Delete this channel"
        name="Shop number"
        action="Delete channel"
        losses={["1,204 conversations", "The connection to WhatsApp"]}
        onConfirm={() =>
          Promise.reject(
            new ApiError(409, {
              code: "busy",
              message: "A campaign is sending on it.",
              remedy: "Pause the campaign first.",
            }),
          )
        }
      />
      <Ui.Sheet open={sheet} onOpenChange={setSheet} title="Raw message">
        <Ui.CodeBlock code={'{ "type": "event_invite" }'} />
      </Ui.Sheet>
    </Ui.Section>
  );
}

function Marks() {
  const channels: Ui.ChannelKind[] = ["whatsapp", "email", "instagram", "messenger", "webpush", "webchat", "sms", "phone"];
  const statuses: Ui.MessageStatus[] = ["queued", "accepted", "held", "sent", "delivered", "read", "failed", "unknown"];
  const hour = 3_600_000;
  return (
    <Ui.Section title="Marks">
      <Row>
        <Ui.Avatar name="Amélie Rousseau" channel="whatsapp" labelled />
        <Ui.Avatar name="Daniel Osei" channel="instagram" labelled size={40} />
        <Ui.Avatar name="+44 7700 900142" channel="phone" labelled />
        <Ui.Avatar name="ليلى حداد" labelled size={48} />
        <Ui.Avatar name="Mara Lindqvist" size={24} online labelled />
        <Ui.Avatar name="Tomás Ferreira" size={20} labelled />
        <Ui.Avatar name={null} size={20} />
      </Row>
      <Row>
        {channels.map((kind) => (
          <Ui.ChannelMark key={kind} kind={kind} />
        ))}
        <Ui.ChannelMark kind="whatsapp" size={24} />
        <Ui.ChannelMark kind="email" size={40} />
      </Row>
      <Row>
        <Ui.Badge>Draft</Ui.Badge>
        <Ui.Badge tone="success">High</Ui.Badge>
        <Ui.Badge tone="warning">2 things need you</Ui.Badge>
        <Ui.Badge tone="danger">Fails</Ui.Badge>
        <Ui.Badge tone="info">Demo</Ui.Badge>
        <Ui.Badge tone="accent">You</Ui.Badge>
        <Ui.Badge tone="unknown">Not provable</Ui.Badge>
        <Ui.Badge dashed>Add</Ui.Badge>
        <Ui.Count value={2} />
        <Ui.Count value={1200} tone="danger" />
      </Row>
      <Row>
        {([1, 2, 3, 4, 5, 6] as const).map((hue) => (
          <Ui.LabelDot key={hue} hue={hue} name={`Hue ${hue}`} />
        ))}
        <Ui.LabelChip hue={1} name="Order issue" />
        <Ui.LabelChip hue={5} name="VIP" onRemove={() => undefined} />
      </Row>
      <Row>
        {statuses.map((status) => (
          <Ui.StatusTicks key={status} status={status} />
        ))}
      </Row>
      <Row>
        <Ui.WindowPie until={hour * 3.6} now={0} />
        <Ui.WindowPie until={hour * 2.1} now={0} />
        <Ui.WindowPie until={hour * 0.8} now={0} />
      </Row>
    </Ui.Section>
  );
}

function States() {
  return (
    <Ui.Section title="States">
      <Ui.ErrorNotice
        error={
          new ApiError(409, {
            code: "window_closed",
            message: "The 24-hour window is closed.",
            remedy: "Send a template instead.",
          })
        }
        onRetry={() => undefined}
      />
      <Ui.Progress label="Importing" value={62} />
      <Ui.Progress label="Used" value={92} tone="warning" />
      <div className="flex flex-col gap-2">
        <Ui.Skeleton className="h-4 w-40" />
        <Ui.Skeleton />
      </div>
      <Ui.CopyField label="Address" value="https://candor.fernhill.example/in/whatsapp" />
      <Ui.CopyField label="Token" value="3f9a-77b1-secret" secret />
      <Ui.CodeBlock label="Check it" code={'curl https://candor.example/healthz\n# { "ok": true }'} />
      <Ui.EmptyState
        icon={<Inbox size={20} />}
        title="Nobody is waiting"
        action={<Ui.Button variant="primary">Connect a channel</Ui.Button>}
      >
        Conversations appear here as soon as somebody writes to one of your channels.
      </Ui.EmptyState>
    </Ui.Section>
  );
}

function Data() {
  const format = useFormat();
  const [sort, setSort] = useState<Ui.Sort>({ key: "name", direction: "asc" });
  const [selected, setSelected] = useState(new Set(["2"]));
  const rows = [
    { id: "1", name: "Mara Lindqvist", role: "Owner", at: Date.now() - 60_000 },
    { id: "2", name: "Tomás Ferreira", role: "Agent", at: Date.now() - 86_400_000 },
    { id: "3", name: "Ines Okafor", role: "Agent", at: Date.now() - 40 * 86_400_000 },
  ];
  return (
    <Ui.Section title="Table" aside={`${rows.length}, ${format.bytes(21_400_000)}, ${format.money(24840n, "GBP")}`} flush>
      <Ui.Table
        caption="Members"
        rows={rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={setSelected}
        columns={[
          {
            key: "name",
            header: "Name",
            sortable: true,
            cell: (row) => <span className="font-medium">{row.name}</span>,
          },
          { key: "role", header: "Role", cell: (row) => row.role },
          {
            key: "at",
            header: "Seen",
            align: "end",
            sortable: true,
            cell: (row) => <span className="num text-subtle">{format.short(row.at)}</span>,
          },
        ]}
      />
    </Ui.Section>
  );
}

const people = Array.from({ length: 5000 }, (_, index) => ({ id: String(index), name: `Person ${index + 1}` }));

function Lists() {
  const [active, setActive] = useState("2");
  return (
    <Ui.Section title="Virtual list" aside="5,000 rows, arrow keys" flush>
      <div className="flex h-60 flex-col">
        <Ui.VirtualList
          label="People"
          items={people}
          itemKey={(person) => person.id}
          rowHeight={40}
          activeKey={active}
          onActive={(person) => setActive(person.id)}
        >
          {(person, { active: here }) => (
            <div className={Ui.cx("flex h-10 items-center gap-3 px-4", here && "bg-surface-selected")}>
              <Ui.Avatar name={person.name} size={24} /> {person.name}
            </div>
          )}
        </Ui.VirtualList>
      </div>
    </Ui.Section>
  );
}

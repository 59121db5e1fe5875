import { useMutation } from "@tanstack/react-query";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Badge, EmptyState, Section, Select, Table, toast, toastError } from "../ui/index.ts";
import { type EventNameDetail, type EventProperty, nameQuery } from "./event-data.ts";

const kinds = { text: "text", number: "number", flag: "flag", date: "date", list: "list", object: "object", nothing: "nothing" } as const;
type Kind = keyof typeof kinds;

/** What comes with an event; a property that comes as two types is a mistake in some page. */
export function PropertyTable({ name, properties, may }: { name: string; properties: EventProperty[]; may: boolean }) {
  const t = useT();
  const format = useFormat();
  const handle = useMutation({
    mutationFn: (body: { property: string; handling: EventProperty["handling"] }) =>
      request<EventNameDetail>("PATCH", "/event-names/properties", { body: { name, ...body } }),
    onSuccess: (next) => {
      queryClient.setQueryData(nameQuery(name).queryKey, next);
      toast({ title: t("events.handling_saved"), tone: "success" });
    },
    onError: toastError,
  });
  return (
    <Section title={t("events.properties")} flush>
      {properties.length === 0 && <EmptyState title={t("events.no_properties")} />}
      {properties.length > 0 && (
        <Table
          caption={t("events.properties")}
          rows={properties}
          rowKey={(property) => property.property}
          columns={[
            {
              key: "property",
              header: t("events.property"),
              cell: (property) => (
                <code dir="auto" className="font-mono text-12 font-medium break-all">
                  {property.property}
                </code>
              ),
            },
            {
              key: "types",
              header: t("events.types"),
              cell: (property) => (
                <span className="flex flex-wrap items-center gap-1">
                  {Object.entries(property.types).map(([kind, count]) => (
                    <Badge key={kind} tone={property.conflict && kind !== "nothing" ? "warning" : "plain"}>
                      {t(`events.type_${kinds[kind as Kind]}`)} <span className="num">{format.number(count)}</span>
                    </Badge>
                  ))}
                  {property.conflict && <span className="text-12 text-warning-text">{t("events.conflict")}</span>}
                </span>
              ),
            },
            {
              key: "seen",
              header: t("events.last_seen"),
              width: "130px",
              hideOnPhone: true,
              cell: (property) => <span className="num text-muted">{format.relative(property.lastSeenAt)}</span>,
            },
            {
              key: "handling",
              header: t("events.handling"),
              width: "160px",
              cell: (property) =>
                may ? (
                  <Select
                    label={t("events.handling_of", { property: property.property })}
                    value={property.handling}
                    onChange={(handling) => handle.mutate({ property: property.property, handling })}
                    options={[
                      { value: "plain", label: t("events.plain") },
                      { value: "personal", label: t("events.personal") },
                      { value: "dropped", label: t("events.dropped") },
                    ]}
                  />
                ) : (
                  t(`events.${property.handling}`)
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}

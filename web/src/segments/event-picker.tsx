import { Activity } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { Button, Combobox } from "../ui/index.ts";
import type { Known } from "./known.ts";

/** An event by its name: those seen, those Candor records by itself, or any name one is going to send. */
export function EventPicker({ value, onChange, known }: { value: string; onChange: (event: string) => void; known: Known }) {
  const t = useT();
  const options =
    known.events.some((event) => event.name === value) || !value ? known.events : [{ name: value, own: false }, ...known.events];
  return (
    <Combobox
      label={t("segments.event")}
      value={value || null}
      options={options.map((event) => ({
        value: event.name,
        label: known.eventName(event.name),
        ...(event.own ? { hint: event.name } : {}),
      }))}
      onChange={onChange}
      onCreate={onChange}
      trigger={
        <Button>
          <Activity size={14} aria-hidden />
          <span className="cut max-w-60">{value ? known.eventName(value) : t("segments.choose_event")}</span>
        </Button>
      }
    />
  );
}

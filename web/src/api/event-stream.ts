export interface StreamEvent {
  id?: string;
  event: string;
  data: string;
}

/** Takes text apart as it arrives, after the HTML standard's "9.2.6 Interpreting an event stream". */
export function eventStreamParser(emit: (event: StreamEvent) => void) {
  let rest = "";
  let event: { id?: string; event: string; data: string[] } = { event: "message", data: [] };

  const line = (text: string) => {
    if (text === "") {
      if (event.data.length || event.event !== "message") emit({ ...event, data: event.data.join("\n") });
      event = { event: "message", data: [] };
      return;
    }
    if (text.startsWith(":")) return;
    const colon = text.indexOf(":");
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? "" : text.slice(colon + 1).replace(/^ /, "");
    if (field === "data") event.data.push(value);
    if (field === "event") event.event = value;
    if (field === "id") event.id = value;
  };

  return (chunk: string) => {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    for (const each of lines) line(each);
  };
}
